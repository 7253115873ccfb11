import { type Doored, entryOf } from '../doors.ts'
import type { LinkTo } from '../frame.ts'
import { type Html, html } from '../html.ts'
import type { SiteIndex } from '../site-index.ts'

/** What families say, and under it the name of the page that it leads to. */
export function taskList(site: SiteIndex, tasks: readonly Doored[], to: LinkTo): Html {
  return html`<ul class="tasks">
${tasks.map(({ task, address }) => {
  const title = entryOf(site, task)?.fields.title ?? ''
  return html`<li><a class="govuk-link" href="${to(address)}">${task.says}</a>${title !== '' && title !== task.says && html`<span class="task__where">${title}</span>`}</li>\n`
})}</ul>
`
}
