import type axe from 'axe-core'
import type { Seen } from './rendered-findings.ts'
import { criterionIn, styleSheetRules } from './rendered-rules.ts'

const options = {
  iframes: false,
  elementRef: true,
  resultTypes: ['violations'],
  // Nothing is fetched for it: what the frame has loaded is all there is to look at.
  preload: false,
  rules: Object.fromEntries(styleSheetRules.map(id => [id, { enabled: false }])),
} satisfies axe.RunOptions

/**
 * What axe-core finds in the page of a frame, as a browser draws it. The frame runs no script (decision 4): the library is
 * run by this window and is given the frame's, and it is loaded with the first preview, not with Signpost.
 */
export async function lookAtFrame(frame: Window & { axe?: typeof axe }): Promise<readonly Seen[]> {
  const { putAxeInto } = await import('axe-core/axe.min.js')
  if (frame.axe === undefined) putAxeInto(frame)
  const found = await frame.axe?.run(frame.document, options)
  return (found?.violations ?? []).flatMap(seenIn)
}

function seenIn({ id, help, tags, nodes }: axe.Result): Seen[] {
  return nodes.map(({ element }) => ({
    rule: id,
    help,
    criteria: tags.flatMap(criterionIn),
    place: placeOf(element?.closest<HTMLElement>('[data-place], h1')),
    words: element?.textContent.trim() ?? '',
  }))
}

/** The heading of the page itself is its title; one that a writer made says where it stands. */
function placeOf(element: HTMLElement | null | undefined): Seen['place'] {
  if (!element) return null
  return element.dataset.place === undefined ? 'title' : element.dataset.place.split('.').map(Number)
}
