import { createContext, type ReactNode, type RefObject, useContext, useEffect, useState } from 'react'
import { useMediaQuery } from '../state/use-media-query.ts'
import './contents.css'

/** A part of a long place: its name, and the heading that one is taken to. */
interface Part {
  title: string
  heading: HTMLElement
}

const InContents = createContext<((part: Part) => () => void) | null>(null)

/** For a sheet: in a place that has a list of contents, it stands in it for as long as it is there. */
export function useInContents(title: string, heading: RefObject<HTMLElement | null>): void {
  const enter = useContext(InContents)
  useEffect(() => {
    if (enter !== null && heading.current !== null) return enter({ title, heading: heading.current })
    return undefined
  }, [enter, title, heading])
}

/** Beside the list there is room for two fields in a line. */
const roomBeside = '(min-width: 1081px)'

/** A place of many sheets, with a list of them: beside them where there is room, and folded above them where there is none. */
export function WithContents({ label, children }: { label: string; children: ReactNode }) {
  const [parts, setParts] = useState<readonly Part[]>([])
  const [enter] = useState(() => (part: Part) => {
    setParts(now => [...now, part].sort(asOnScreen))
    return () => setParts(now => now.filter(other => other !== part))
  })
  const beside = useMediaQuery(roomBeside)
  const here = usePartInSight(parts)
  const list = (
    <ul className="contents-list">
      {parts.map(part => (
        <li key={part.title}>
          <button
            type="button"
            className="contents-way"
            {...(part === here && { 'aria-current': true })}
            onClick={() => goTo(part)}
          >
            {part.title}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <div className="with-contents">
      <nav className="contents" aria-label={label}>
        {beside ? (
          list
        ) : (
          <details className="contents-fold">
            <summary>{label}</summary>
            {list}
          </details>
        )}
      </nav>
      <div className="contents-parts">
        <InContents value={enter}>{children}</InContents>
      </div>
    </div>
  )
}

function asOnScreen(one: Part, other: Part): number {
  return one.heading.compareDocumentPosition(other.heading) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function goTo({ heading }: Part): void {
  heading.focus({ preventScroll: true })
  heading.closest('.sheet')?.scrollIntoView({ block: 'start' })
}

/** Where one is: the part that has the focus, as long as any of it can be seen; else the one at the top of what can be. */
function usePartInSight(parts: readonly Part[]): Part | undefined {
  const [here, setHere] = useState<Part>()
  useEffect(() => {
    const main = parts[0]?.heading.closest('main')
    if (!main) return
    const look = () => setHere(partIn(main, parts))
    look()
    // The place scrolls, or the whole window where it is narrow: neither tells what is around it.
    document.addEventListener('scroll', look, { capture: true, passive: true })
    main.addEventListener('focusin', look)
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      main.removeEventListener('focusin', look)
    }
  }, [parts])
  return here
}

/** A sheet counts as reached a little before its edge comes to that of the place. */
const margin = 96

function partIn(main: HTMLElement, parts: readonly Part[]): Part | undefined {
  const around = main.getBoundingClientRect()
  const [top, bottom] = [Math.max(around.top, 0), Math.min(around.bottom, innerHeight)]
  const seen = parts.map(part => {
    const sheet = part.heading.closest('.sheet') ?? part.heading
    return { part, box: sheet.getBoundingClientRect(), focused: sheet.contains(document.activeElement) }
  })
  const focused = seen.find(each => each.focused && each.box.bottom > top && each.box.top < bottom)
  return (focused ?? seen.findLast(({ box }) => box.top <= top + margin) ?? seen[0])?.part
}
