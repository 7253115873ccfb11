import type { implement } from '@orpc/server'
import type { CheckView, contract, PageRow } from '../../../src/shared/contract/index.ts'
import { media } from './answers.ts'
import { inDays } from './pages.ts'
import { config } from './team.ts'

type Os = ReturnType<typeof implement<typeof contract>>

export const checkViews: CheckView[] = [
  {
    id: 'link-text',
    name: 'A link that does not say where it goes',
    why: 'Each link must make sense alone.',
    wcag: ['2.4.4'],
    source: '',
    usual: 'stops',
    level: null,
    hasHelp: true,
  },
  {
    id: 'link-separated',
    name: 'Links with nothing in between',
    why: 'Two links read as one.',
    wcag: [],
    source: 'Plain reason',
    usual: 'warns',
    level: 'off',
    hasHelp: false,
  },
]

/** What the checks know and do, and what the team decided about them. */
export function fakeChecks(os: Os, rows: readonly PageRow[]) {
  const ok = { kind: 'ok' as const }
  return {
    help: os.checks.help.handler(() => null),
    facts: os.checks.facts.handler(() => ({
      titles: rows.map((row): [string, string] => [row.id, row.title]),
      media: media.map((item): [string, number] => [item.name, item.bytes]),
      moving: [],
      today: inDays(0),
      words: config.words,
      shortForms: config.shortForms,
    })),
    policy: os.checks.policy.handler(() => ({
      groups: [{ id: 'links', title: 'Links', checks: checkViews }],
      dismissStops: false,
      trouble: [],
    })),
    setLevel: os.checks.setLevel.handler(() => ok),
    setDismissStops: os.checks.setDismissStops.handler(() => ok),
    terms: os.checks.terms.handler(() => ({ levels: [], dismissStops: false, dismissals: [] })),
    notAProblem: os.checks.notAProblem.handler(() => ok),
    problemAgain: os.checks.problemAgain.handler(() => ok),
  }
}
