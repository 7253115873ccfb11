import type { Block, Entry, Heading, Node } from '../content/index.ts'
import { type Collected, collectedIn, fieldTexts } from './collect.ts'
import { keptMarkup } from './markup/kept.ts'
import type { Markup } from './markup/markup.ts'
import type { Answer, CheckedPage, CheckFacts, Finding, Problem, Rule } from './rule.ts'
import type { LinkRun, Picture, TextBlock } from './seen.ts'

/** Of one rule in one block: nobody reads more, and a page from outside may be made of nothing else. */
const mostAtOnce = 50

/** Runs rules over pages, keeping what was found in blocks that have not changed since. */
export interface Checker {
  /** `page` is what a web page's own HTML says beyond the document that was read from it. */
  check(entry: Entry, facts: CheckFacts, page?: Markup): Problem[]
}

/** What was seen and found in a block where it stood last: both say paths. */
interface Known {
  index: number
  parts: Collected
  problems: Problem[]
}

/**
 * The rules of `looks` see one top-level block at a time, so what they find in a block is kept for as long as there is that
 * block: a page that is being typed in costs one block. Nothing of a document is ever changed in its place, so other words
 * are another object. What is kept is thrown away when the facts change.
 */
export function createChecker(rules: readonly Rule[]): Checker {
  const ofBlocks = rules.filter(({ on }) => on.link || on.picture || on.text || on.nodes)
  const lookers = lookersOf(ofBlocks)
  const ofPages = rules.filter(({ on }) => on.page || on.pageOfDocument)
  const ofTexts = rules.filter(({ on }) => on.text)
  const inEnglish = new Set(rules.flatMap(({ id, inEnglish }) => (inEnglish ? [id] : [])))
  let known = new WeakMap<Block, Known>()
  let factsOfKnown: CheckFacts | null = null

  function knownAt(block: Block, index: number, facts: CheckFacts, isOfWebPage: boolean): Known {
    const before = known.get(block)
    if (before?.index === index) return before
    const parts = collectedIn(block, index)
    const problems = before?.problems.map(problem => movedTo(problem, index))
    const now = { index, parts, problems: problems ?? checkBlock(ofBlocks, lookers, parts, facts, isOfWebPage) }
    known.set(block, now)
    return now
  }

  return {
    check(entry, facts, page) {
      if (facts !== factsOfKnown || page) known = new WeakMap()
      factsOfKnown = page ? null : facts
      const blocks = entry.doc.content.map((block, index) => knownAt(block, index, facts, page !== undefined))
      const fields = checkFields(ofTexts, entry, facts)
      const markup = page ?? keptMarkup(entry.doc)
      const whole = checkWholePage(
        ofPages,
        entry,
        blocks.map(({ parts }) => parts),
        facts,
        markup,
        page !== undefined,
      )
      const inMarkup = markup ? checkMarkup(rules, markup, facts) : []
      const found = [...fields, ...whole, ...blocks.flatMap(({ problems }) => problems), ...inMarkup]
      const ofThis = isInEnglish(entry) ? found : found.filter(({ rule }) => !inEnglish.has(rule))
      return ofThis.sort(inReadingOrder)
    },
  }
}

/** As the site is, where the page says nothing else. */
function isInEnglish(entry: Entry): boolean {
  return entry.kind === 'service' || /^(en\b|$)/i.test(entry.fields.language)
}

/** Who looks at what: a page has thousands of nodes and there are many rules, most of which look at few kinds of them. */
interface Lookers {
  links: Looker<LinkRun>[]
  pictures: Looker<Picture>[]
  texts: Looker<TextBlock>[]
  nodes: ReadonlyMap<string, NodeLooker[]>
  /** A web page's own HTML says what these look for in a document's nodes. */
  nodesOfWebPage: ReadonlyMap<string, NodeLooker[]>
}

interface Looker<T> {
  rule: number
  look: (seen: T, facts: CheckFacts) => Answer
}
interface NodeLooker {
  rule: number
  look: (node: Node, path: number[], facts: CheckFacts) => Answer
}

function lookersOf(rules: readonly Rule[]): Lookers {
  const those = <T>(of: (on: Rule['on']) => Looker<T>['look'] | undefined) =>
    rules.flatMap(({ on }, rule): Looker<T>[] => {
      const look = of(on)
      return look ? [{ rule, look }] : []
    })
  const byType = (isLooking: (rule: Rule) => boolean) => {
    const lookers = rules.flatMap((each, rule) =>
      isLooking(each)
        ? Object.entries(each.on.nodes ?? {}).map(([type, look]) => ({ type, rule, look: look as NodeLooker['look'] }))
        : [],
    )
    return Map.groupBy(lookers, ({ type }) => type)
  }
  return {
    links: those(on => on.link),
    pictures: those(on => on.picture),
    texts: those(on => on.text),
    nodes: byType(() => true),
    nodesOfWebPage: byType(rule => !looksAtMarkup(rule)),
  }
}

/** What is found in one block: text by text, so that what rules share is worked out once, and rule by rule in the end. */
function checkBlock(
  rules: readonly Rule[],
  lookers: Lookers,
  parts: Collected,
  facts: CheckFacts,
  isOfWebPage: boolean,
): Problem[] {
  const { nodes, texts, links, pictures, attributes } = parts
  const found = new Map<number, Finding[]>()
  const put = (rule: number, answer: Answer) => {
    const findings = toList(answer)
    if (findings.length === 0) return
    const before = found.get(rule)
    if (before) before.push(...findings)
    else found.set(rule, [...findings])
  }
  if (!isOfWebPage) {
    for (const each of links) for (const { rule, look } of lookers.links) put(rule, look(each, facts))
    for (const each of pictures) for (const { rule, look } of lookers.pictures) put(rule, look(each, facts))
  }
  for (const each of texts) for (const { rule, look } of lookers.texts) put(rule, look(each, facts))
  for (const each of attributes)
    for (const { rule, look } of lookers.texts) put(rule, toList(look(each, facts)).map(ofWholeNode))
  const byType = isOfWebPage ? lookers.nodesOfWebPage : lookers.nodes
  for (const { node, path } of nodes)
    for (const { rule, look } of byType.get(node.type) ?? []) put(rule, look(node, path, facts))
  const inOrder = [...found].sort(([one], [other]) => one - other)
  return inOrder.flatMap(([index, findings]) => {
    const rule = rules[index]
    return rule ? findings.slice(0, mostAtOnce).map(finding => problemOf(rule, finding)) : []
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

function checkWholePage(
  rules: readonly Rule[],
  entry: Entry,
  parts: readonly Collected[],
  facts: CheckFacts,
  markup: Markup | null,
  isOfWebPage: boolean,
): Problem[] {
  const texts = parts.flatMap(part => part.texts)
  const headings = texts.flatMap(({ node, path, text }) =>
    node.type === 'heading' ? [{ node: node satisfies Heading, path, text }] : [],
  )
  const page: CheckedPage = {
    entry,
    doc: entry.doc,
    headings,
    texts,
    links: parts.flatMap(part => part.links),
    markup,
    facts,
  }
  return rules.flatMap(rule => {
    const found = [...toList(rule.on.page?.(page)), ...(isOfWebPage ? [] : toList(rule.on.pageOfDocument?.(page)))]
    return found.map(finding => problemOf(rule, finding))
  })
}

const nothing: readonly never[] = []

function toList(answer: Answer): readonly Finding[] {
  if (!answer) return nothing
  return Array.isArray(answer) ? answer : [answer as Finding]
}

function problemOf(rule: Rule, finding: Finding): Problem {
  const { message, place, field = 'body', severity = rule.severity, fix, unknown } = finding
  const problem = { rule: rule.id, severity, wcag: rule.wcag, message, why: rule.why, place, field }
  return { ...problem, ...(fix ? { fix } : {}), ...(unknown ? { unknown } : {}) }
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
