import { z } from 'zod'

/**
 * The words of somebody who attacks, in every field of everything that the window is told: found by the contract's own
 * schemas, so that a field which is added tomorrow is among them.
 */

/** An address that runs, a way out of an attribute, and markup, in so few letters that no field is too short for it. */
export const mark = `javascript:alert(1)//"'><img src=x onerror=alert(1)>`

/** What the program makes itself, of ids alone or of the clock; no words of anybody go in. */
const ownWords: ReadonlySet<string> = new Set(['pages.preview.url', 'checks.facts.today'])

export interface Marked {
  value: unknown
  /** The fields that were given the mark, as `pages.list.title`. */
  fields: string[]
}

/** `value` with the mark in front of every word that is free, as `schema` has it. */
export function marked(schema: z.core.$ZodType, value: unknown, path: string): Marked {
  const fields: string[] = []
  return { value: walk(schema, value, path), fields }

  function walk(at: z.core.$ZodType, inner: unknown, here: string): unknown {
    if (inner === null || inner === undefined) return inner
    if (at instanceof z.ZodString) {
      if (!isFree(at) || ownWords.has(here) || typeof inner !== 'string') return inner
      fields.push(here)
      return mark + inner
    }
    if (at instanceof z.ZodArray && Array.isArray(inner)) return inner.map(one => walk(at.def.element, one, here))
    if (at instanceof z.ZodTuple && Array.isArray(inner)) {
      return inner.map((one, index) => walk(at.def.items[index] ?? z.unknown(), one, `${here}.${index}`))
    }
    if (at instanceof z.ZodObject && isRecord(inner)) {
      const shape: Record<string, z.core.$ZodType> = at.def.shape
      return Object.fromEntries(
        Object.entries(inner).map(([key, one]) => [key, walk(shape[key] ?? z.unknown(), one, `${here}.${key}`)]),
      )
    }
    if (at instanceof z.ZodUnion) {
      const fitting = at.def.options.find(option => z.safeParse(option, inner).success)
      return fitting === undefined ? inner : walk(fitting, inner, here)
    }
    if (at instanceof z.ZodCustom) return inDocument(inner, here)
    return 'innerType' in at._zod.def ? walk(at._zod.def.innerType as z.core.$ZodType, inner, here) : inner
  }

  /** A page’s blocks: their words and their attributes, but for the few that name a shape and no words. */
  function inDocument(inner: unknown, here: string): unknown {
    if (Array.isArray(inner)) return inner.map(one => inDocument(one, here))
    if (!isRecord(inner)) return inner
    return Object.fromEntries(
      Object.entries(inner).map(([key, one]) => {
        if (typeof one !== 'string') return [key, inDocument(one, `${here}.${key}`)]
        if (['type', 'kind', 'align', 'id'].includes(key)) return [key, one]
        fields.push(`${here}.${key}`)
        return [key, mark + one]
      }),
    )
  }
}

/** Every field of an answer that may hold such words, but for those inside a page's blocks. */
export function freeFields(schema: z.core.$ZodType, path: string): string[] {
  if (schema instanceof z.ZodString) return isFree(schema) && !ownWords.has(path) ? [path] : []
  if (schema instanceof z.ZodArray) return freeFields(schema.def.element, path)
  if (schema instanceof z.ZodTuple) {
    return schema.def.items.flatMap((item: z.core.$ZodType, at: number) => freeFields(item, `${path}.${at}`))
  }
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(option => freeFields(option, path))
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.core.$ZodType> = schema.def.shape
    return Object.entries(shape).flatMap(([key, one]) => freeFields(one, `${path}.${key}`))
  }
  return 'innerType' in schema._zod.def ? freeFields(schema._zod.def.innerType as z.core.$ZodType, path) : []
}

/** What the window says back, without the mark: it names things as it was told them. */
export function unmarked(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(mark, '')
  if (Array.isArray(value)) return value.map(unmarked)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unmarked(one)]))
}

/** Words of any shape; at most their number is bounded. */
function isFree({ def }: z.ZodString): boolean {
  const shapes = (def.checks ?? []).map(check => check._zod.def.check)
  return shapes.every(shape => shape === 'min_length' || shape === 'max_length')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
