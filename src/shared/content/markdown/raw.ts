import type { Raw } from '../definition.ts'

/** The first look at a tree from outside. Its size is bounded here, so that nothing after it has to care. */

const mostNodes = 300_000
const mostDepth = 90
const mostText = 4_000_000
/** Long enough for any address or caption; only a kept source may be longer. */
const mostAttribute = 20_000

interface Budget {
  nodes: number
  text: number
}

export function rawOf(value: unknown): Raw | null {
  return read(value, 0, { nodes: mostNodes, text: mostText })
}

function read(value: unknown, depth: number, budget: Budget): Raw | null {
  if (typeof value !== 'object' || value === null || budget.nodes <= 0) return null
  budget.nodes -= 1
  const { type, attrs, content, text, marks } = value as Record<string, unknown>
  const children = Array.isArray(content) ? content : []
  return {
    type: typeof type === 'string' ? type : '',
    attrs: attributes(attrs),
    content:
      depth < mostDepth ? children.flatMap(child => read(child, depth + 1, budget) ?? []) : flat(children, budget),
    text: typeof text === 'string' ? spend(text, budget) : '',
    marks: Array.isArray(marks) && depth < mostDepth + 2 ? marks.slice(0, 20).flatMap(mark => markOf(mark)) : [],
    from: value,
  }
}

function markOf(value: unknown): Raw[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, attrs } = value as Record<string, unknown>
  return typeof type === 'string'
    ? [{ type, attrs: attributes(attrs), content: [], text: '', marks: [], from: value }]
    : []
}

function attributes(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(value).slice(0, 50)
  return Object.fromEntries(
    entries.map(([key, given]) => [
      key,
      typeof given === 'string' && key !== 'source' ? given.slice(0, mostAttribute) : given,
    ]),
  )
}

/** What is nested deeper than anybody can see becomes plain words. */
function flat(children: readonly unknown[], budget: Budget): Raw[] {
  const words: string[] = []
  const waiting = [...children].reverse()
  while (waiting.length && budget.nodes > 0) {
    const next = waiting.pop()
    budget.nodes -= 1
    if (typeof next !== 'object' || next === null) continue
    const { text, content, attrs } = next as Record<string, unknown>
    if (typeof text === 'string') words.push(spend(text, budget))
    if (Array.isArray(content)) waiting.push(...[...content].reverse())
    else if (typeof text !== 'string') {
      words.push(...Object.values(attributes(attrs)).filter(given => typeof given === 'string'))
    }
  }
  const text = words.filter(Boolean).join(' ')
  return text ? [{ type: 'text', attrs: {}, content: [], text, marks: [], from: children }] : []
}

function spend(text: string, budget: Budget): string {
  const kept = text.slice(0, Math.max(0, budget.text))
  budget.text -= kept.length
  return kept
}
