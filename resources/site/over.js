/** Says of what is over that it is, and puts it last: no clock is asked when the site is made. */
for (const one of document.querySelectorAll('[data-last-day]')) if (isOver(one)) say(one)
for (const list of document.querySelectorAll('[data-services]')) list.append(...[...list.children].filter(isOver))

/** By this device's own calendar, as `2026-03-14`. */
export function isOver({ dataset: { lastDay } }) {
  return lastDay !== undefined && lastDay < new Date().toLocaleDateString('sv-SE')
}

/** Where the day stands, so that nobody sets out for what was. */
function say(one) {
  const note = document.createElement('strong')
  note.className = 'is-over'
  note.textContent = 'This is over.'
  const heading = one.querySelector('h3')
  if (heading === null) (one.querySelector('th') ?? one).append(' ', note)
  else heading.after(note)
}
