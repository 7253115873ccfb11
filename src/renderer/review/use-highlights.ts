import { useEffect } from 'react'

/**
 * Marks ranges of the page without touching its HTML (the CSS Custom Highlight API, which every Chromium of ours has), so
 * that a comment's mark never breaks what it stands on. `review.css` says how each name looks.
 */
export function useHighlights(name: 'comment' | 'comment-here', ranges: readonly Range[]): void {
  useEffect(() => {
    CSS.highlights.set(name, new Highlight(...ranges))
    return () => {
      CSS.highlights.delete(name)
    }
  }, [name, ranges])
}
