/** Why it has to wait, finer than what the window switches over. */
export type WaitingCode =
  | 'offline'
  | 'name-unknown'
  | 'turned-away'
  | 'no-answer'
  | 'no-way'
  | 'proxy-away'
  | 'cut'
  | 'went-quiet'
  | 'damaged-on-the-way'
  | 'busy'
  | 'colleagues'

/** It will be tried again by itself. */
export interface Waiting {
  kind: 'waiting'
  reason: 'offline' | 'server-busy'
  code: WaitingCode
  sentence: string
  nextStep: string
}

/** What every sentence about sharing ends with, because it is always so. */
export const safe = 'Your work is saved on this laptop.'
