import type { Refusal } from '../../shared/outcome.ts'

/** What a command ends with, for scripts and schedules. */
export const exitCodes = {
  fine: 0,
  problemsFound: 1,
  /** Usage or input. */
  refused: 2,
  network: 3,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Refusals that lie with the network or a server; all others lie with what was asked or with this computer. */
const networkCodes: ReadonlySet<string> = new Set([
  'offline',
  'server-busy',
  'busy',
  'signed-out',
  'no-permission',
  'protected',
  'not-found',
  'moved',
  'web-page',
  'proxy-sign-in',
  'not-trusted',
  'too-large',
])

export function exitCodeOf(refusal: Refusal): ExitCode {
  return networkCodes.has(refusal.code) ? exitCodes.network : exitCodes.refused
}
