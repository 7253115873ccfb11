/** The places of the window, as addresses: the one list that the rail, the routes and every link read. */
export const places = {
  start: '/start',
  week: '/week',
  year: '/week/year',
  pages: '/pages',
  services: '/services',
  review: '/review',
  checklists: '/checklists',
  families: '/families',
  evaluations: '/evaluations',
  reports: '/reports',
  site: '/site',
  choose: '/choose',
  live: '/live',
  bin: '/bin',
  media: '/media',
  activity: '/done',
  settings: '/settings',
  checks: '/settings/checks',
} as const

export const pagePlace = (id: string) => `/pages/${id}`
export const historyPlace = (id: string) => `/pages/${id}/history`
export const reviewPlace = (id: string) => `/review/${id}`
export const checklistPlace = (id: string) => `/checklists/${encodeURIComponent(id)}`
/** A checklist, led to one requirement or one gap of it. */
export const requirementPlace = (list: string, id: string) => `${checklistPlace(list)}?asked=${encodeURIComponent(id)}`
export const gapPlace = (list: string, id: string) => `${checklistPlace(list)}?gap=${encodeURIComponent(id)}`
export const familyPlace = (id: string) => `/families/${id}`
export const evaluationPlace = (id: string) => `/evaluations/${id}`
export const finishedPlace = (snapshot: string) => `/evaluations/finished/${snapshot}`
export const comparedPlace = (one: string, other: string) => `/evaluations/compared/${one}/${other}`

/** What was done with one page. */
export const activityOfPage = (id: string) => `/done?page=${id}`

/** The settings, led to one field of them by its name. */
export const settingPlace = (field: string) => `${places.settings}?field=${encodeURIComponent(field)}`

/** The page list, already narrowed to one section. */
export const sectionPlace = (section: string) => `/pages?section=${encodeURIComponent(section)}`
