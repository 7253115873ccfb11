/**
 * While something is said at the foot of the window, whatever scrolls above it ends where that begins (`--said`, see
 * toasts.css): a notice never lies on anything, and what has the focus stays on screen (WCAG 2.2 SC 2.4.11).
 */
export function makeRoom(notices: HTMLElement | null): (() => void) | undefined {
  if (notices === null) return undefined
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => {
    style.setProperty('--said', `${notices.offsetHeight}px`)
    keepFocusAbove(notices)
  })
  observer.observe(notices)
  return () => {
    observer.disconnect()
    style.removeProperty('--said')
  }
}

/** Whoever looks somewhere else than at the focus is left there; a text keeps its own cursor in sight. */
function keepFocusAbove(notices: HTMLElement): void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused.isContentEditable || notices.contains(focused)) return
  const { top, bottom } = focused.getBoundingClientRect()
  if (top < window.innerHeight && bottom > notices.getBoundingClientRect().top)
    focused.scrollIntoView({ block: 'nearest' })
}
