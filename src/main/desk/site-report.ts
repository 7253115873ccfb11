import {
  type Ease,
  firstToFix,
  gradeOf,
  type Judged,
  rules,
  type SiteProblem,
  siteRules,
  togetherAsOne,
  type WholeSite,
} from '../../shared/checks/index.ts'
import type { Entry } from '../../shared/content/index.ts'
import type { SiteReport } from '../../shared/contract/index.ts'
import { siteIndex } from '../../shared/site/index.ts'
import { countsOf } from './checking.ts'
import { dismissedRow } from './dismiss.ts'
import type { Found, Known } from './parts.ts'
import { deskAsSite } from './preview.ts'
import type { Session } from './session.ts'
import { betweenPages, wholeSite } from './whole-site.ts'

/** One page with all that is told of it. */
interface Told {
  entry: Entry
  known: Known | undefined
  found: readonly Found[]
  between: readonly SiteProblem[]
}

type Where = SiteReport['kinds'][number]['where'][number]

/** What is wrong with the whole site. Pages count as their lists and the editor count them. */
export async function siteReport(session: Session): Promise<SiteReport> {
  const { checking, knowing, workspace } = session
  if (await checking.countAll()) session.world.emit({ kind: 'changed', ids: null })
  const site = await wholeSite(session)
  const { problems: between, dismissed } = await betweenPages(session, site)
  const [byPage, known] = [Map.groupBy(between, ({ about }) => about), await knowing.all()]
  const told = site.entries.map(
    (entry): Told => ({
      entry,
      known: known.get(entry.fields.id),
      found: checking.found(entry.fields.id) ?? [],
      between: byPage.get(entry) ?? [],
    }),
  )
  const owners = Map.groupBy(told, ({ entry }) => entry.fields.owner.trim().toLowerCase())
  return {
    whole: workspace.entries().every(({ fields }) => checking.found(fields.id) !== null),
    pages: told.length,
    found: countsOf(told.flatMap(({ found }) => found)),
    between: between.length,
    kinds: kindsOf(told, between),
    letBe: dismissed.map(letBeRow),
    sections: await sectionsOf(session, told, site),
    owners: [...owners]
      .map(([owner, own]) => ({ owner, ...sharesOf(own) }))
      .sort((a, b) => weightOf(b) - weightOf(a) || (a.owner < b.owner ? -1 : 1)),
    first: firstToFix(
      told.map(({ entry, known: state, found, between: shared }) => ({
        entry,
        ...countsOf(found),
        between: shared.length,
        isLive: state?.live != null,
        isOverdue: state?.overdue ?? false,
      })),
    ).map(({ entry, reasons }) => ({ id: entry.fields.id, title: titleOf(entry), reasons })),
  }
}

const ranks = { error: 0, warning: 1, notice: 2 } as const
const reasons: ReadonlyMap<string, string> = new Map([...rules, ...siteRules].map(({ id, why }) => [id, why]))

/** The gravest kinds first, then the most frequent. */
function kindsOf(told: readonly Told[], between: readonly SiteProblem[]): SiteReport['kinds'] {
  const onPages = told.flatMap(({ entry, found }) =>
    found.map(({ rule, severity, message }) => ({ rule, severity, between: false, where: whereIs(entry, message) })),
  )
  const amongPages = between.map(({ rule, severity, about, message }) => ({
    rule,
    severity,
    between: true,
    where: whereIs(about, message),
  }))
  const kinds = Map.groupBy([...onPages, ...amongPages], ({ rule }) => rule)
  return [...kinds]
    .map(([rule, each]) => ({
      rule,
      severity: each.map(({ severity }) => severity).reduce((a, b) => (ranks[a] < ranks[b] ? a : b)),
      why: reasons.get(rule) ?? '',
      many: each.length,
      between: each.some(one => one.between),
      where: each.map(one => one.where),
    }))
    .sort((a, b) => ranks[a.severity] - ranks[b.severity] || b.many - a.many || (a.rule < b.rule ? -1 : 1))
}

function letBeRow({ problem, dismissal }: Judged<SiteProblem>['dismissed'][number]): SiteReport['letBe'][number] {
  const { id, title } = whereIs(problem.about, problem.message)
  return { ...dismissedRow({ problem, dismissal }), page: id, title }
}

function whereIs(about: SiteProblem['about'], message: string): Where {
  if (!('fields' in about)) return { id: null, section: about.section, title: about.section, message }
  return { id: about.fields.id, section: about.kind === 'page' ? about.section : '', title: titleOf(about), message }
}

/** In the order of the site, the directory last. */
async function sectionsOf(session: Session, told: readonly Told[], site: WholeSite): Promise<SiteReport['sections']> {
  const { sections } = siteIndex(await deskAsSite(session, null))
  const bySection = Map.groupBy(told, ({ entry }) => (entry.kind === 'page' ? entry.section : ''))
  const ofSection = (slug: string, title: string) => {
    const own = bySection.get(slug) ?? []
    return { slug, title, ...sharesOf(own), readingAge: ageOf(own.map(({ entry }) => site.seen(entry).ease)) }
  }
  return [...sections, { slug: '', title: 'Services' }]
    .map(({ slug, title }) => ofSection(slug, title))
    .filter(({ pages }) => pages > 0)
}

/** The grade is of schools in which a child of five is in none; a hundred words say little. */
function ageOf(parts: readonly Ease[]): number | null {
  const ease = togetherAsOne(parts)
  return ease.words < 100 ? null : Math.max(5, Math.round(gradeOf(ease)) + 5)
}

function sharesOf(own: readonly Told[]) {
  return {
    pages: own.length,
    found: countsOf(own.flatMap(({ found }) => found)),
    between: own.reduce((sum, { between }) => sum + between.length, 0),
  }
}

function weightOf({ found: { errors, warnings, notices }, between }: ReturnType<typeof sharesOf>): number {
  return 100 * errors + 10 * (warnings + between) + notices
}

function titleOf(entry: Entry): string {
  return entry.fields.title.trim() || entry.path
}
