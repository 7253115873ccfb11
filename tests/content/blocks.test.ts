import { describe, expect, test } from 'vitest'
import {
  blockNamed,
  blocks,
  type Doc,
  htmlToDoc,
  inlines,
  markOrder,
  marks,
  nodeAt,
  normaliseDoc,
  parseBody,
  parts,
  readingText,
  renderHtml,
  repairDoc,
  samples,
  serialiseBody,
  wordsIn,
} from '../../src/shared/content/index.ts'
import { plainContext } from './plain-context.ts'

const docOf = (content: Doc['content']): Doc => ({ type: 'doc', content })

describe.each(blocks.map(block => [block.name, block] as const))('the block “%s”', (name, block) => {
  const doc = docOf([...block.sample])

  test('has a sample of its own type and a label for people', () => {
    expect(block.sample.length).toBeGreaterThan(0)
    expect(block.sample.every(sample => sample.type === name)).toBe(true)
    expect(block.label).toMatch(/^[A-Z]/)
    expect(blockNamed(name)).toBe(block)
  })

  test('is written down and read back as it was', () => {
    expect(parseBody(serialiseBody(doc)).doc).toEqual(doc)
  })

  test('is in normal form, so that opening a page changes nothing', () => {
    expect(normaliseDoc(doc)).toEqual(doc)
  })

  test('survives the door for documents from outside, and so does it without its attributes', () => {
    expect(repairDoc(JSON.parse(JSON.stringify(doc)))).toEqual(doc)
    const bare = repairDoc(docOf(block.sample.map(sample => ({ ...sample, attrs: { nonsense: 1 } }) as never)))
    expect(normaliseDoc(bare)).toEqual(bare)
  })

  test('is shown with all of its words, and nothing in it can run', () => {
    const html = renderHtml(doc, plainContext)
    const shown = renderHtml(doc, { ...plainContext, kept: 'show' })
    expect(html + shown).not.toMatch(/<script|\son\w+=|javascript:/i)
    const words = wordsIn(readingText(doc))
    const visible = new Set(wordsIn(html.replace(/<[^>]*\salt="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]*>/g, ' ')))
    expect(words.filter(word => !visible.has(word))).toEqual([])
  })

  test('says how the editor is to hold it', () => {
    expect(block.spec.group).toBe('block')
    expect(block.spec.atom === true).toBe(block.spec.content === undefined)
    expect(Object.keys(block.spec.attrs ?? {})).toEqual(Object.keys(block.attrs.parse({})))
  })
})

describe('the lists', () => {
  test('name every node once', () => {
    const names = [...blocks, ...parts, ...inlines].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('name every mark, in the order in which a text keeps them', () => {
    expect(marks.map(({ name }) => name)).toEqual([...markOrder])
  })

  test('the document of all samples comes back as it was', () => {
    expect(parseBody(serialiseBody(samples)).doc).toEqual(samples)
  })

  test('what is shown says where its words stand, where that is wanted', () => {
    const shown = renderHtml(samples, { ...plainContext, places: true })
    const placed = [...shown.matchAll(/<(\w+)[^>]* data-place="([\d.]+)"/g)].map(([, tag, place = '']) => ({
      tag,
      type: nodeAt(samples, place.split('.').map(Number))?.type,
    }))
    const names = [...blocks.map(({ name }) => name), 'listItem', 'tableCell', 'tableHeader', 'summary']
    expect(new Set(placed.map(({ type }) => type))).toEqual(new Set(names))
    const tagsOf = (name: string) => new Set(placed.flatMap(({ tag, type }) => (type === name ? [tag] : [])))
    expect(tagsOf('listItem')).toEqual(new Set(['li']))
    expect(tagsOf('tableHeader')).toEqual(new Set(['th']))
    expect(tagsOf('summary')).toEqual(new Set(['summary']))
  })

  test('what was shown and then pasted keeps its words', () => {
    const { doc } = htmlToDoc(renderHtml(samples, plainContext))
    const pasted = new Set(wordsIn(readingText(doc)))
    const wrote = samples.content.filter(({ type }) => type !== 'kept' && type !== 'service')
    const lost = wrote.flatMap(block => wordsIn(readingText(block))).filter(word => !pasted.has(word))
    expect(lost).toEqual([])
  })
})
