import type { CheckedPage, TextBlock } from '../rule.ts'

/** What heads the words that are not to be used. */
const avoided =
  /^(?:avoid|do(?: not|n[’']t) (?:say|use|write)|not|never say|old (?:words?|terms?|names?)|before|wrong)$/i

/**
 * The blocks of a page that stand under no heading (and no title) of which `isAbout` is true, and in no list that such a
 * paragraph announces: what is not about that.
 */
export function notAbout({ entry, texts }: CheckedPage, isAbout: (words: string) => boolean): TextBlock[] {
  if (isAbout(entry.fields.title)) return []
  const above: { level: number; about: boolean }[] = []
  const tables = new Set(
    texts
      .filter(({ node, text }) => node.type === 'tableHeader' && (isAbout(text) || avoided.test(text.trim())))
      .map(({ path }) => path[0]),
  )
  const announced = new Set(
    texts
      .filter(
        ({ node, path, text }) => node.type === 'paragraph' && path.length === 1 && /:\s*$/.test(text) && isAbout(text),
      )
      .map(({ path }) => (path[0] ?? 0) + 1),
  )
  return texts.filter(({ node, path, text }) => {
    if (tables.has(path[0]) || (path.length > 1 && announced.has(path[0] ?? 0))) return false
    if (node.type === 'heading') {
      while ((above.at(-1)?.level ?? 0) >= node.attrs.level) above.pop()
      above.push({ level: node.attrs.level, about: isAbout(text) })
    }
    return !above.some(({ about }) => about)
  })
}
