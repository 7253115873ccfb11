import { parseBody, splitText } from '../../src/shared/content/index.ts'
import { likeNodes } from '../../src/shared/merge/blocks.ts'
import { idOfText } from '../../src/shared/merge/index.ts'
import { pairingOf } from '../../src/shared/merge/match.ts'
import type { Tree } from '../../src/shared/merge/tree.ts'
import type { Files } from './random-desk.ts'
import { isTangled, type Told } from './tangled.ts'

/** Whether a page of this workspace, or a list or table in one, is tangled by what these people have. */
export function isTangledStory(base: Files, laptops: readonly Files[]): boolean {
  const everybody = laptops.map(blocksById)
  return [...blocksById(base)].some(([id, blocks]) => {
    const texts = everybody.flatMap(pages => {
      const text = pages.get(id)
      return text ? [text] : []
    })
    return isTangledTree(blocks, texts)
  })
}

function blocksById(files: Files): Map<string, readonly Tree[]> {
  const pages = [...files].filter(([path]) => path.endsWith('.md'))
  return new Map(pages.map(([, text]) => [idOfText(text) ?? '', parseBody(splitText(text).body).doc.content]))
}

/** A node of blocks, of list items, or of rows. */
const holders = [
  'bulletList',
  'orderedList',
  'listItem',
  'steps',
  'table',
  'callout',
  'details',
  'blockquote',
  'contact',
]

function isTangledTree(base: readonly Tree[], texts: readonly (readonly Tree[])[]): boolean {
  const pairings = texts.map(text => {
    const { found, replaced } = pairingOf(base, text, likeNodes)
    // A block written anew is one removed and another added.
    return new Map([...found].filter(([thing]) => !replaced.has(thing)))
  })
  if (isTangled(texts.map((text, who) => toldOf(text, pairings[who] ?? new Map())))) return true
  return base.some(({ type, content = [] }, at) => {
    if (!holders.includes(type)) return false
    const forms = texts.map((text, who) => text[pairings[who]?.get(at) ?? -1])
    return isTangledTree(
      content,
      forms.flatMap(form => (form ? [form.content ?? []] : [])),
    )
  })
}

function toldOf(text: readonly Tree[], found: ReadonlyMap<number, number>): Told {
  const former = new Map([...found].map(([thing, place]) => [place, thing]))
  return text.map((node, place) => former.get(place) ?? (node.type === 'heading' ? 'heading' : 'new'))
}
