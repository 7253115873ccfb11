import { type Audience, audiences, type Entry, type Page, type SiteTask } from '../content/index.ts'
import { resolve } from './links.ts'
import type { SiteIndex } from './site-index.ts'

/** Three doors onto one set of pages: each shows what its people came for, and nothing stands behind one door alone. */

/** What somebody says of themselves at the door. */
export const doorNames: Readonly<Record<Audience, string>> = {
  parents: 'I am a parent or carer',
  'young-people': 'I am a young person',
  professionals: 'I work with families',
}

export function doorAddress(audience: Audience): string {
  return `/for/${audience}/`
}

/** Doors behind which there is something that is not behind every other one too. */
export function doorsOf(site: SiteIndex): Audience[] {
  const { tasks } = site.input.config.site
  const pages = site.sections.flatMap(section => section.pages)
  const isMeant = (audience: Audience) =>
    tasks.some(task => task.for.includes(audience)) || pages.some(page => page.fields.audience.includes(audience))
  return audiences.filter(isMeant)
}

/** A task with where it leads. */
export interface Doored {
  task: SiteTask
  address: string
}

export function entryOf(site: SiteIndex, { to }: Pick<SiteTask, 'to'>): Entry | undefined {
  return site.byId.get(to.replace(/^(page|service):/, '').replace(/#.*$/, ''))
}

/** What families come to do, as a link: only what leads somewhere. `for` null is home, which every door leads from. */
export function tasksFor(site: SiteIndex, audience: Audience | null): Doored[] {
  return site.input.config.site.tasks.flatMap(task => {
    const address = /^(page|service):/.test(task.to) ? resolve(site, task.to) : null
    const isHere = task.for.length === 0 || task.for.includes(audience ?? 'parents')
    return address === null || task.says.trim() === '' || !isHere ? [] : [{ task, address }]
  })
}

/** A page that names nobody is for everybody. */
export function isFor(page: Page, audience: Audience): boolean {
  return page.fields.audience.length === 0 || page.fields.audience.includes(audience)
}
