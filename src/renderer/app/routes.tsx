import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { ActivityPlace } from '../activity/activity-place.tsx'
import { activitySearch } from '../activity/activity-search.ts'
import { ChecklistPlace } from '../checklist/checklist-place.tsx'
import { ChecklistsPlace } from '../checklist/checklists-place.tsx'
import { BinPlace } from '../desk/bin-place.tsx'
import { HistoryPlace } from '../desk/history-place.tsx'
import { listSearch } from '../desk/list-search.ts'
import { MediaPlace } from '../desk/media-place.tsx'
import { PagesPlace } from '../desk/pages-place.tsx'
import { ServicesPlace } from '../desk/services-place.tsx'
import { ComparedPlace } from '../evaluation/compared-place.tsx'
import { EvaluationPlace } from '../evaluation/evaluation-place.tsx'
import { FinishedPlace } from '../evaluation/finished-place.tsx'
import { CommentPlace } from '../families/comment-place.tsx'
import { FamiliesPlace } from '../families/families-place.tsx'
import { commentSearch } from '../families/narrow-comments.ts'
import { LivePlace } from '../live/live-place.tsx'
import { ReportsPlace } from '../reports/reports-place.tsx'
import { ReviewPlace } from '../review/review-place.tsx'
import { WaitingPlace } from '../review/waiting-place.tsx'
import { ChecksPlace } from '../settings/checks-place.tsx'
import { SettingsPlace } from '../settings/settings-place.tsx'
import { SitePlace } from '../site/site-place.tsx'
import { StartPlace } from '../start/start-place.tsx'
import { WeekPlace } from '../week/week-place.tsx'
import { weekSearch } from '../week/week-search.ts'
import { YearPlace } from '../week/year-place.tsx'
import { MissingPlace } from './missing-place.tsx'
import { places } from './places.ts'
import { OpenWorkspace, Window } from './window.tsx'

/** The editor is half of the window, and the first screen does not wait for it: it comes when it is first gone to. */
const EditorPlace = lazyRouteComponent(() => import('../editor/index.ts'), 'EditorPlace')
const ChoosePlace = lazyRouteComponent(() => import('../choose/choose-place.tsx'), 'ChoosePlace')

const root = createRootRoute({ component: Window, notFoundComponent: MissingPlace })
const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: places.week })
  },
})
const start = createRoute({ getParentRoute: () => root, path: places.start, component: StartPlace })

/** All other places stand inside an open workspace. */
const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenWorkspace })
const under = { getParentRoute: () => open }

const inside = [
  createRoute({ ...under, path: places.week, component: WeekPlace, validateSearch: weekSearch }),
  createRoute({ ...under, path: places.year, component: YearPlace }),
  createRoute({ ...under, path: places.pages, component: PagesPlace, validateSearch: listSearch }),
  createRoute({ ...under, path: '/pages/$id', component: EditorPlace }),
  createRoute({ ...under, path: '/pages/$id/history', component: HistoryPlace }),
  createRoute({ ...under, path: places.services, component: ServicesPlace, validateSearch: listSearch }),
  createRoute({ ...under, path: places.review, component: WaitingPlace }),
  createRoute({ ...under, path: '/review/$id', component: ReviewPlace }),
  createRoute({ ...under, path: places.checklists, component: ChecklistsPlace }),
  createRoute({ ...under, path: '/checklists/$id', component: ChecklistPlace }),
  createRoute({ ...under, path: places.families, component: FamiliesPlace, validateSearch: commentSearch }),
  createRoute({ ...under, path: '/families/$id', component: CommentPlace }),
  createRoute({ ...under, path: '/evaluations/$id', component: EvaluationPlace }),
  createRoute({ ...under, path: '/evaluations/finished/$id', component: FinishedPlace }),
  createRoute({ ...under, path: '/evaluations/compared/$one/$other', component: ComparedPlace }),
  createRoute({ ...under, path: places.reports, component: ReportsPlace }),
  createRoute({ ...under, path: places.site, component: SitePlace }),
  createRoute({ ...under, path: places.choose, component: ChoosePlace }),
  createRoute({ ...under, path: places.live, component: LivePlace }),
  createRoute({ ...under, path: places.bin, component: BinPlace }),
  createRoute({ ...under, path: places.media, component: MediaPlace }),
  createRoute({ ...under, path: places.activity, component: ActivityPlace, validateSearch: activitySearch }),
  createRoute({ ...under, path: places.settings, component: SettingsPlace }),
  createRoute({ ...under, path: places.checks, component: ChecksPlace }),
]

/** Hash history, because `app://` and the loopback address then behave alike, and the back button works in both. */
export const router = createRouter({
  routeTree: root.addChildren([first, start, open.addChildren(inside)]),
  history: createHashHistory(),
})
