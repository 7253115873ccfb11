import { useEffect, useRef } from 'react'

interface PreviewFrameProps {
  url: string
  /** In CSS pixels. */
  width: number
  onClose: () => void
  /** The page as it is drawn now; null where the frame shows another one. */
  onShown: (inside: Window | null) => void
}

/**
 * The page itself. No script runs in it, whatever a page holds: the sandbox lets it keep its origin, which the session
 * needs, and nothing else. Its place is kept when newer words come in.
 */
export function PreviewFrame({ url, width, onClose, onShown }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  const asked = useRef({ onClose, onShown })
  useEffect(() => {
    asked.current = { onClose, onShown }
  })

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
        style={{ width }}
      />
    </div>
  )
}
