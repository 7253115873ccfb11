import type { implement } from '@orpc/server'
import type { contract, LiveState, Plan } from '../../../src/shared/contract/index.ts'
import type { Refusal } from '../../../src/shared/outcome.ts'
import { plan, published } from './answers.ts'
import { minutesAgo, webHost } from './team.ts'

type Os = ReturnType<typeof implement<typeof contract>>

/** What a test has to say of publishing, where the made-up plan is not enough. */
export interface FakeLive {
  plan: () => Promise<Plan> | Plan
  /** Null where it goes out. */
  publish: (plan: string) => Refusal | null
}

/** A site that is live, and a plan for the next publish. */
export function fakeLive(os: Os, { empty = false, live }: { empty?: boolean; live?: FakeLive }) {
  const ok = { kind: 'ok' as const }
  return {
    state: os.live.state.handler(() => liveNow()),
    plan: os.live.plan.handler(() => live?.plan() ?? (empty ? { ...plan, ready: [], heldBack: [] } : plan)),
    publish: os.live.publish.handler(({ input }) => live?.publish(input.plan) ?? liveNow()),
    although: os.live.although.handler(() => ok),
    verify: os.live.verify.handler(() => liveNow()),
    before: os.live.before.handler(() => published),
    undo: os.live.undo.handler(() => liveNow()),
    hosts: os.live.hosts.handler(() => [webHost]),
    lookAtHost: os.live.lookAtHost.handler(() => ({ kind: 'key' as const, hostKey: 'ssh-ed25519 SHA256:another' })),
    trustHost: os.live.trustHost.handler(() => ({ kind: 'kept' as const, in: 'keychain' as const })),
    allowFolder: os.live.allowFolder.handler(() => ok),
  }
}

function liveNow(): LiveState {
  return {
    kind: 'live',
    publish: 'p2',
    at: minutesAgo(4200),
    checkedAt: minutesAgo(0),
    url: 'https://localoffer.example.org',
  }
}
