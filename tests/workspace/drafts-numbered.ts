import type { Draft } from '../../src/main/workspace/index.ts'
import { contentHashSchema, instantSchema, pageFieldsSchema, textOf } from '../../src/shared/content/index.ts'
import { ids } from './offer.ts'

/** A draft of the page about travel whose words say its number, many times over. */
export function draftNumbered(number: number): Draft {
  const fields = pageFieldsSchema.parse({ id: ids.travel, title: 'Help with travel to school' })
  return {
    id: fields.id,
    base: contentHashSchema.parse('a'.repeat(64)),
    at: instantSchema.parse('2026-11-22T10:42:00.000Z'),
    entry: { kind: 'page', fields },
    doc: {
      type: 'doc',
      content: Array.from({ length: 200 }, () => ({
        type: 'paragraph',
        content: [{ type: 'text', text: `${number}` }],
      })),
    },
  }
}

/** The number, if every word of the draft says the same one. */
export function numberOf(draft: Draft): number | null {
  const numbers = new Set(draft.doc.content.map(textOf))
  return numbers.size === 1 ? Number([...numbers][0]) : null
}
