import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { closeLaptops, laptop, must } from './laptop.ts'
import { newPage } from './undoing.ts'

afterEach(closeLaptops)

const carers =
  'Young carers look after somebody at home. A young carer can ask for an assessment, and for a break from caring.'

test('a page that looks as if it answers is found with its own words that say so, until it is tagged', async () => {
  const at = await laptop()
  const id = await newPage(at, 'When you look after somebody', carers)
  await newPage(at, 'Travel to school', 'Ask the team for a bus pass.')
  const [list] = await at.session.knowing.checklists()
  const asked = list?.sections
    .flatMap(each => each.requirements)
    .find(each => /young carer.s assessment/.test(each.text))
  if (list === undefined || asked === undefined) throw new Error('no requirement is about young carers')
  const found = await desk.lookalikes(at.session, list.id, asked.id)
  expect(found.map(each => each.id)).toEqual([id])
  expect(found[0]?.words).toContain('carers')

  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  if (entry.kind !== 'page') throw new Error('it is a page')
  const checklist = [{ requirement: asked.same[0] ?? asked.id, heading: null }]
  must(
    await desk.savePage(at.session, {
      id,
      base: hash,
      doc,
      entry: { ...entry, fields: { ...entry.fields, checklist } },
    }),
  )
  expect(await desk.lookalikes(at.session, list.id, asked.id)).toEqual([])
})

test('nothing is found for a requirement that there is none of', async () => {
  const at = await laptop()
  expect(await desk.lookalikes(at.session, 'se7-framework', 'SE7-XX-99')).toEqual([])
})
