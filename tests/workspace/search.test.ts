import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../src/main/workspace/excerpt.ts'
import { ids, moving, openOffer, travel } from './offer.ts'
import { write } from './temp-folder.ts'

describe('search', () => {
  test.each([
    ['a word of a title', 'swimming', [ids.club]],
    ['the beginning of a word, as it is typed', 'swi', [ids.club]],
    ['a word of a summary', 'ask', [ids.travel]],
    ['a word of the text', 'caseworker', [ids.moving]],
    ['a word with a mistake in it', 'casewroker', [ids.moving]],
    ['without its accent', 'cafe', [ids.moving]],
    ['without its apostrophe', 'childrens', [ids.moving, ids.travel]],
    ['in capitals', 'FREE TRAVEL', [ids.travel]],
    ['who runs a service, and where', 'example swimmers SS1', [ids.club]],
    ['words of which only one is there', 'caseworker zebra', [ids.moving]],
    ['something that is nowhere', 'zebra', []],
    ['nothing', '   ', []],
    ['signs', '([{*"', []],
  ])('finds %s', async (_what, text, found) => {
    const { workspace } = await openOffer()
    expect((await workspace.search(text)).map(({ id }) => id)).toEqual(found)
  })

  test('a title comes before a text, and an address of a link is no text', async () => {
    const { workspace } = await openOffer({
      'pages/health/a.md': travel
        .replace(ids.travel, '01K9ZQ4T8MJ5W3XB7C2D6E8F9K')
        .replace('Help with travel to school', 'Buses')
        .replaceAll('travel', 'bus'),
      'pages/health/b.md': moving
        .replace(ids.moving, '01K9ZQ4T8MJ5W3XB7C2D6E8F9M')
        .replace('Moving', 'Bus passes and moving'),
    })
    expect((await workspace.search('bus passes')).map(({ title }) => title)[0]).toBe(
      'Bus passes and moving into Southend with an EHC plan',
    )
    expect(await workspace.search(ids.moving)).toEqual([])
  })

  test('shows the words around the hit', async () => {
    const { workspace } = await openOffer()
    expect(await workspace.search('caseworker')).toEqual([
      {
        id: ids.moving,
        kind: 'page',
        title: 'Moving into Southend with an EHC plan',
        excerpt: 'Tell us before you move. A caseworker will ring you about the children’s café.',
        found: 'caseworker',
      },
    ])
  })

  test.each([
    ['casewroker', 'caseworker'],
    ['childrens cafe', 'children’s'],
    ['swimming', null],
  ])('says of “%s” which word is there: %s', async (text, found) => {
    const { workspace } = await openOffer()
    expect((await workspace.search(text))[0]?.found).toBe(found)
  })

  test('follows what is written, moved and removed', async () => {
    const { root, workspace } = await openOffer()
    expect(await workspace.search('caseworker')).toHaveLength(1)
    await write(root, { 'pages/education/moving.md': moving.replace('caseworker', 'plan officer') })
    await workspace.refresh()
    expect(await workspace.search('caseworker')).toEqual([])
    expect(await workspace.search('officer')).toHaveLength(1)
    await rm(join(root, 'pages/education/moving.md'))
    await workspace.refresh()
    expect(await workspace.search('officer')).toEqual([])
    await write(root, { 'pages/education/moving.md': moving })
    await workspace.refresh()
    expect(await workspace.search('caseworker')).toHaveLength(1)
  })
})

describe('the words around a hit', () => {
  const long = `${'Before it there are many words. '.repeat(10)}The children’s café is open. ${'After it there are more. '.repeat(10)}`
  test('are cut between words, with the hit in them', () => {
    const excerpt = excerptOf(long, ['childrens'])
    expect(excerpt).toMatch(/^… \S.*children’s café is open.*\S …$/)
    expect(long).toContain(excerpt.slice(2, -2))
    expect(excerpt.length).toBeLessThan(180)
  })
  test('are the beginning when the hit is not in them', () => {
    expect(excerptOf('A short text.', ['zebra'])).toBe('A short text.')
    expect(excerptOf(long, ['zebra'])).toMatch(/^Before it there.* …$/)
  })
  test('one endless word is cut and no more', () => {
    expect(excerptOf('a'.repeat(1000), ['a'])).toMatch(/^a+ …$/)
    expect(excerptOf('', ['a'])).toBe('')
  })
})
