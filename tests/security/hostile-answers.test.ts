import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isoDateSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { freeFields, mark, marked, unmarked } from './hostile-answers.ts'

/** What the end-to-end test of every field stands on. */
const schema = z.union([
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('page'),
    id: pageIdSchema,
    title: z.string().max(100),
    due: isoDateSchema.nullable(),
    people: z.array(z.object({ name: z.string().default('') })).nullable(),
    state: z.enum(['draft', 'live']),
  }),
])
const page = {
  kind: 'page',
  id: '01K9ZQ4T8MJ5W3XB7C2D6E8F9G',
  title: 'Travel',
  due: '2026-11-22',
  people: [{ name: 'Sam' }, { name: '' }],
  state: 'live',
}

describe('an answer', () => {
  test('has the mark wherever its schema leaves the words free, and is still of the same shape', () => {
    const { value, fields } = marked(schema, page, 'pages.one')
    expect(value).toEqual({ ...page, title: `${mark}Travel`, people: [{ name: `${mark}Sam` }, { name: mark }] })
    expect([...new Set(fields)]).toEqual(freeFields(schema, 'pages.one'))
    expect(schema.safeParse(value).success).toBe(true)
  })

  test('is what it was once the mark is taken out', () => {
    expect(unmarked(marked(schema, page, 'pages.one').value)).toEqual(page)
  })
})
