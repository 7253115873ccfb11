import { expect, test } from 'vitest'
import { z } from 'zod'
import { textOfResource } from './sample.ts'

const shape = z.object({ known: z.array(z.string()), acronyms: z.record(z.string().min(2), z.string().min(5)) })

test('the list of short forms is long, sorted, and says each in words', () => {
  const { known, acronyms } = shape.parse(JSON.parse(textOfResource('words/acronyms.json')))
  const shorts = Object.keys(acronyms)
  expect(shorts.length).toBeGreaterThanOrEqual(150)
  expect(shorts).toEqual(
    shorts.toSorted((a, b) =>
      a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : a < b ? -1 : 1,
    ),
  )
  for (const [short, long] of Object.entries(acronyms)) expect(long, short).toMatch(/[a-z]{3}/)
  for (const wanted of ['EHC', 'SENCO', 'CAMHS', 'EBSA', 'ICB', 'EOTAS', 'DLA', 'PIP', 'LPA'])
    expect(shorts).toContain(wanted)
  expect(known).toContain('NHS')
})
