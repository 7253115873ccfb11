import { z } from 'zod'
import { cleanAttribute, cleanText } from './characters.ts'

/** Schemas for the attributes of nodes. Every one reads anything and never refuses: what does not fit is the default. */

/** One line of text. */
export const lineAttribute = z.string().transform(cleanAttribute).catch('')

/** Text that may have several lines, such as an address. */
export const linesAttribute = z
  .string()
  .transform(text => cleanText(text).trim())
  .catch('')

/** One line of text, or null when there is none. */
export const optionalAttribute = z
  .string()
  .transform(text => cleanAttribute(text) || null)
  .nullable()
  .catch(null)

/** A reference or an address: no white space at all can stand in one, so it is taken out. */
export const referenceAttribute = z
  .string()
  .transform(text => cleanText(text).trim().replace(/\s+/g, '%20'))
  .catch('')

export const flagAttribute = z.boolean().catch(false)
