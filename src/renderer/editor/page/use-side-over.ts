import { useMemo, useState } from 'react'
import { useMediaQuery } from '../../state/use-media-query.ts'

/** Where there is no room beside the text; the same width as in editor.css. */
const noRoomBeside = '(max-width: 1000px)'

/** What is beside the text in a wide window is opened over it in a narrow one. */
export function useSideOver() {
  const isNarrow = useMediaQuery(noRoomBeside)
  const [asked, setAsked] = useState(false)
  const isOpen = isNarrow && asked
  const afterwards = useMemo(
    () =>
      <Of>(act: (of: Of) => void) =>
      (of: Of) => {
        if (!isOpen) return act(of)
        setAsked(false)
        // What closes gives the focus back first; what is done then takes it to the words.
        requestAnimationFrame(() => requestAnimationFrame(() => act(of)))
      },
    [isOpen],
  )
  return { isNarrow, isOpen, open: () => setAsked(true), close: () => setAsked(false), afterwards }
}
