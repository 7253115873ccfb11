import { blockNamed, inlineNamed, parts } from '../../../shared/content/index.ts'

/** Attributes of a node from anywhere: what does not fit becomes the default. */
export function readAttributes(name: string, given: Record<string, unknown>): Record<string, unknown> {
  const definition = blockNamed(name) ?? inlineNamed(name)
  if (definition !== undefined) return definition.attrs.parse(given)
  const part = parts.find(one => one.name === name)
  return Object.fromEntries(
    Object.entries(part?.spec.attrs ?? {}).map(([key, attr]) => [
      key,
      fits(key, given[key]) ? given[key] : attr.default,
    ]),
  )
}

/** The only attribute of a part that anybody sets is how a cell stands in its column. */
function fits(key: string, value: unknown): boolean {
  return key === 'align' && (value === 'left' || value === 'center' || value === 'right')
}
