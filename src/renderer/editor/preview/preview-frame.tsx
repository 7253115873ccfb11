import { useEffect, useRef } from 'react'

interface PreviewFrameProps {
  url: string
  /** In CSS pixels. */
  width: number
  onClose: () => void
}

/**
 * The page itself. No script runs in it, whatever a page holds: the sandbox lets it keep its origin, which the session
 * needs, and nothing else. Its place is kept when newer words come in.
 */
export function PreviewFrame({ url, width, onClose }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const scrolled = useRef(0)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const loaded = () => {
      const inside = element.contentWindow
      // A frame that went elsewhere than our own address keeps its place by itself.
      if (inside === null || element.contentDocument === null) return
      inside.scrollTo(0, scrolled.current)
      inside.addEventListener('scroll', () => {
        scrolled.current = inside.scrollY
      })
      inside.addEventListener('keydown', event => {
        if (event.key === 'Escape') close.current()
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
