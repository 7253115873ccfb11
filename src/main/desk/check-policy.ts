import {
  catalogue,
  helpFor,
  type Level,
  levelOf,
  otherChecks,
  type Rule,
  readPolicy,
  rules,
  siteRules,
} from '../../shared/checks/index.ts'
import type { SiteConfig } from '../../shared/content/index.ts'
import { workspacePathSchema } from '../../shared/content/index.ts'
import type { CheckPolicy, CheckView } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { keepVersion } from './arrange-pages.ts'
import { firstName } from './page-history.ts'
import { meOrRefusal, type Session } from './session.ts'

/** What every check does in this workspace, for whoever decides about it. */
export function checkPolicy({ workspace }: Session): CheckPolicy {
  const { policy, trouble } = readPolicy(workspace.config().checks)
  const views = new Map(allChecks().map(check => [check.id, { ...check, level: policy.levels.get(check.id) ?? null }]))
  const groups = catalogue.map(({ id, title, names }) => ({
    id,
    title,
    checks: Object.keys(names).flatMap((check): CheckView[] => {
      const view = views.get(check)
      views.delete(check)
      return view === undefined ? [] : [view]
    }),
  }))
  const others = { ...otherChecks, checks: [...views.values()] }
  return {
    groups: [...groups, others].filter(({ checks }) => checks.length > 0),
    dismissStops: policy.dismissStops,
    trouble,
  }
}

/** `level` null is what the check comes with. Only this is written: what the file says of other checks stays. */
export async function setCheckLevel(
  session: Session,
  id: string,
  level: Level | null,
): Promise<{ kind: 'ok' } | Refusal> {
  const check = allChecks().find(each => each.id === id)
  if (check === undefined) return refuse('no-such-check', `There is no check “${id}”.`, 'Look at the list again.')
  const { [id]: _, ...others } = session.workspace.config().checks.levels
  const levels = level === null || level === check.usual ? others : { ...others, [id]: level }
  const does = doing[level ?? check.usual]
  return keep(session, { levels }, who => `${who} had the check “${check.name}” ${does}`)
}

export function setDismissStops(session: Session, dismissStops: boolean): Promise<{ kind: 'ok' } | Refusal> {
  return keep(session, { dismissStops }, who =>
    dismissStops
      ? `${who} allowed “not a problem here” for what stops publishing`
      : `${who} ended “not a problem here” for what stops publishing`,
  )
}

const doing: Readonly<Record<Level, string>> = {
  stops: 'stop publishing',
  warns: 'warn',
  informs: 'inform',
  off: 'say nothing',
}

function allChecks(): Omit<CheckView, 'level'>[] {
  const names = new Map(catalogue.flatMap(group => Object.entries(group.names)))
  const named = (id: string) => names.get(id) ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')
  const viewOf = ({
    id,
    severity,
    wcag,
    source = '',
    why,
  }: Pick<Rule, 'id' | 'severity' | 'wcag' | 'source' | 'why'>) => {
    return {
      id,
      name: named(id),
      usual: levelOf(severity),
      wcag: [...wcag],
      source,
      why,
      hasHelp: helpFor(id) !== null,
    }
  }
  return [...rules, ...siteRules].map(viewOf)
}

async function keep(
  session: Session,
  change: Partial<SiteConfig['checks']>,
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const config = session.workspace.config()
  const set = await session.workspace.setConfig({ ...config, checks: { ...config.checks, ...change } })
  if (isRefusal(set)) return set
  return keepVersion(session, [workspacePathSchema.parse('signpost.yml')], sentence(firstName(me.name)), { kind: 'ok' })
}
