import type { MarkDefinition } from '../definition.ts'
import { type Mark, markOrder } from '../model.ts'
import { bold } from './bold.ts'
import { code } from './code.ts'
import { italic } from './italic.ts'
import { lang } from './lang.ts'
import { link } from './link.ts'

/** Every mark there is, in the order in which a text keeps them. */
export const marks: readonly MarkDefinition[] = [link, lang, bold, italic, code]

const byName = new Map<string, MarkDefinition>(marks.map(mark => [mark.name, mark]))

export function markNamed(name: string): MarkDefinition | undefined {
  return byName.get(name)
}

export function sameMark(one: Mark, other: Mark): boolean {
  if (one.type !== other.type) return false
  if (one.type === 'link' && other.type === 'link') {
    return one.attrs.href === other.attrs.href && one.attrs.title === other.attrs.title
  }
  return one.type === 'lang' && other.type === 'lang' ? one.attrs.lang === other.attrs.lang : true
}

export function hasMark(marks: readonly Mark[], mark: Mark): boolean {
  return marks.some(other => sameMark(mark, other))
}

export function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every(mark => hasMark(other, mark))
}

/** In the model's order, at most one of each kind: the first. */
export function inOrder(given: readonly Mark[]): Mark[] {
  return markOrder.flatMap(type => given.find(mark => mark.type === type) ?? [])
}
