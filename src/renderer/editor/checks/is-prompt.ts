import type { Problem } from '../../../shared/checks/rule.ts'

/**
 * A template's words that say what to write: “[Say who it is for.]”. A page that holds some is not wrong, it is begun; so
 * beside the text they are one line. They stop publishing all the same, and a check of the file names each.
 */
export function isPrompt({ rule, message }: Pick<Problem, 'rule' | 'message'>): boolean {
  return rule === 'leftovers' && message.startsWith('“[')
}
