import type { Rule } from '../rule.ts'
import { linkText } from './link-text.ts'

/** Every check there is. A new one is its own file and a line here; the tests walk this list. */
export const rules: readonly Rule[] = [linkText]
