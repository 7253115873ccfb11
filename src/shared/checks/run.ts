import type { Block, Entry, Heading, Node } from '../content/index.ts'
import { collect, fieldTexts } from './collect.ts'
import { keptMarkup } from './markup/kept.ts'
import type { Markup } from './markup/markup.ts'
import type { Answer, CheckedPage, CheckFacts, Finding, Problem, Rule } from './rule.ts'

/** Of one rule in one block: nobody reads more, and a page from outside may be made of nothing else. */
const mostAtOnce = 50

/** Runs rules over pages, keeping what was found in blocks that have not changed since. */
export interface Checker {
  /** `page` is what a web page's own HTML says beyond the document that was read from it. */
  check(entry: Entry, facts: CheckFacts, page?: Markup): Problem[]
}

/**
 * The rules of `looks` see one top-level block at a time, so what they find in a block is kept by the block's content: a
 * page that is being typed in costs one block. What is kept is thrown away when the facts change, and bounded.
 */
export function createChecker(rules: readonly Rule[], kept = 5_000): Checker {
  const cache = new Map<string, Problem[]>()
  let factsOfCache: CheckFacts | null = null
  return {
    check(entry, facts, page) {
      if (facts !== factsOfCache || page) cache.clear()
      factsOfCache = page ? null : facts
      const problems = entry.doc.content.flatMap((block, index) => {
        const key = JSON.stringify(block)
        let found = cache.get(key)
        if (!found) {
          if (cache.size >= kept) cache.clear()
          found = checkBlock(rules, block, facts, page !== undefined)
          cache.set(key, found)
        }
        return found.map(problem => movedTo(problem, index))
      })
      const fields = checkFields(rules, entry, facts)
      const whole = checkWholePage(page ? rules.filter(rule => !looksAtMarkup(rule)) : rules, entry, facts)
      const markup = page ?? keptMarkup(entry.doc)
      const inMarkup = markup ? checkMarkup(rules, markup, facts) : []
      return [...fields, ...whole, ...problems, ...inMarkup].sort(inReadingOrder)
    },
  }
}

/** What is found in one block, with places and edits written as if it were the first of the page. */
function checkBlock(rules: readonly Rule[], block: Block, facts: CheckFacts, isOfWebPage: boolean): Problem[] {
  const { nodes, texts, links, pictures, attributes } = collect(block, [0])
  return rules.flatMap(rule => {
    const { link, picture, text, nodes: byType } = rule.on
    const found: Finding[] = []
    if (link && !isOfWebPage) for (const each of links) found.push(...toList(link(each, facts)))
    if (picture && !isOfWebPage) for (const each of pictures) found.push(...toList(picture(each, facts)))
    if (text) {
      for (const each of texts) found.push(...toList(text(each, facts)))
      for (const each of attributes) found.push(...toList(text(each, facts)).map(ofWholeNode))
    }
    if (byType && !(isOfWebPage && looksAtMarkup(rule))) {
      for (const { node, path } of nodes) {
        const look = byType[node.type] as ((node: Node, path: number[], facts: CheckFacts) => Answer) | undefined
        if (look) found.push(...toList(look(node, path, facts)))
      }
    }
    return found.slice(0, mostAtOnce).map(finding => problemOf(rule, finding))
  })
}

/** Words in an attribute have no offsets in the text, and no edit of the text can mend them. */
function ofWholeNode({ fix: _, ...finding }: Finding): Finding {
  return { ...finding, place: { path: finding.place.path } }
}

function looksAtMarkup({ on }: Rule): boolean {
  return on.elements !== undefined || on.markup !== undefined
}

/** Nothing in a source is mended: a fix is an edit of the document. */
function checkMarkup(rules: readonly Rule[], markup: Markup, facts: CheckFacts): Problem[] {
  return rules.flatMap(rule => {
    const { link, markupLink, picture, text, elements, markup: whole } = rule.on
    const found: Finding[] = []
    const put = (answer: Answer, place?: Finding['place']) => {
      for (const { fix: _, ...finding } of toList(answer)) found.push(place ? { ...finding, place } : finding)
    }
    for (const each of markup.links) {
      put(link?.(each, facts))
      put(markupLink?.(each, facts))
    }
    if (picture) for (const each of markup.pictures) put(picture(each, facts))
    for (const each of markup.texts) put(text?.(each, facts), each.spot)
    if (elements) {
      for (const each of markup.elements) {
        put(elements[each.tag]?.(each, facts))
        put(elements['*']?.(each, facts))
      }
    }
    put(whole?.(markup, facts))
    return found.slice(0, mostAtOnce).map(finding => problemOf(rule, finding))
  })
}

function checkFields(rules: readonly Rule[], entry: Entry, facts: CheckFacts): Problem[] {
  const texts = fieldTexts(entry)
  return rules.flatMap(rule =>
    texts.flatMap(block =>
      toList(rule.on.text?.(block, facts)).map(({ fix: _, ...finding }) =>
        problemOf(rule, { ...finding, field: block.elsewhere ?? 'body' }),
      ),
    ),
  )
}

function checkWholePage(rules: readonly Rule[], entry: Entry, facts: CheckFacts): Problem[] {
  const parts = entry.doc.content.map((block, index) => collect(block, [index]))
  const texts = parts.flatMap(part => part.texts)
  const headings = texts.flatMap(({ node, path, text }) =>
    node.type === 'heading' ? [{ node: node satisfies Heading, path, text }] : [],
  )
  const page: CheckedPage = { entry, doc: entry.doc, headings, texts, links: parts.flatMap(part => part.links), facts }
  return rules.flatMap(rule => toList(rule.on.page?.(page)).map(finding => problemOf(rule, finding)))
}

function toList(answer: Answer): readonly Finding[] {
  if (!answer) return []
  return Array.isArray(answer) ? answer : [answer as Finding]
}

function problemOf(rule: Rule, finding: Finding): Problem {
  const { message, place, field = 'body', severity = rule.severity, fix } = finding
  const problem = { rule: rule.id, severity, wcag: rule.wcag, message, why: rule.why, place, field }
  return fix ? { ...problem, fix } : problem
}

function movedTo(problem: Problem, index: number): Problem {
  const move = (path: number[]) => [index, ...path.slice(1)]
  const place = { ...problem.place, path: move(problem.place.path) }
  if (!problem.fix) return { ...problem, place }
  const edits = problem.fix.edits.map(edit => ({ ...edit, path: move(edit.path) }))
  return { ...problem, place, fix: { ...problem.fix, edits } }
}

/** Front matter first, the title before everything, then the words from top to bottom. */
function inReadingOrder(a: Problem, b: Problem): number {
  if (a.field !== b.field) return rankOf(a.field) - rankOf(b.field) || (a.field < b.field ? -1 : 1)
  const length = Math.max(a.place.path.length, b.place.path.length)
  for (let i = 0; i < length; i++) {
    const difference = (a.place.path[i] ?? -1) - (b.place.path[i] ?? -1)
    if (difference !== 0) return difference
  }
  return (a.place.start ?? 0) - (b.place.start ?? 0) || (a.place.within?.start ?? 0) - (b.place.within?.start ?? 0)
}

function rankOf(field: Problem['field']): number {
  return field === 'title' ? 0 : field === 'summary' ? 1 : field === 'body' ? 3 : 2
}
