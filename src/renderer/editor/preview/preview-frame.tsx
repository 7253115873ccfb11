import { useEffect, useRef } from 'react'
import { forceColours } from './forced-colours.ts'
import type { Screen } from './preview-views.ts'

/** A window of its own has its own kinds of style sheet. */
type Inside = Parameters<typeof forceColours>[0]

interface PreviewFrameProps {
  url: string
  screen: Screen
  /** As it is where the system chooses the colours. */
  contrast: boolean
  onClose: () => void
  /** The page as it is drawn now; null where the frame shows another one. */
  onShown: (inside: Window | null) => void
}

/**
 * The page itself. No script runs in it, whatever a page holds: the sandbox lets it keep its origin, which the session
 * needs, and nothing else. Its place is kept when newer words come in.
 */
export function PreviewFrame({ url, screen, contrast, onClose, onShown }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  const asked = useRef({ onClose, onShown, contrast })
  useEffect(() => {
    asked.current = { onClose, onShown, contrast }
  })
  // A page comes with its own colours whenever it is loaded, and those of a system are put on it then.
  const shown = useRef(contrast)
  useEffect(() => {
    if (shown.current !== contrast) frame.current?.contentWindow?.location.reload()
    shown.current = contrast
  }, [contrast])

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const loaded = () => {
      const inside = element.contentWindow
      // A frame that went elsewhere than our own address keeps its place by itself.
      if (inside === null || element.contentDocument === null) {
        asked.current.onShown(null)
        return
      }
      if (asked.current.contrast) forceColours(inside as Inside)
      asked.current.onShown(inside.location.pathname === new URL(element.src).pathname ? inside : null)
      inside.scrollTo(0, scrolled.current)
      inside.addEventListener('scroll', () => {
        scrolled.current = inside.scrollY
      })
      inside.addEventListener('keydown', event => {
        if (event.key === 'Escape') asked.current.onClose()
      })
    }
    element.addEventListener('load', loaded)
    return () => element.removeEventListener('load', loaded)
  }, [])

  return (
    <div className="preview-stage">
      <iframe
        ref={frame}
        className="preview-frame"
        title="The page as families will see it"
        sandbox="allow-same-origin"
        src={url}
        data-zoom={screen.zoom}
        style={{ width: screen.width, zoom: screen.zoom }}
      />
    </div>
  )
}
