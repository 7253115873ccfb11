import { type ComponentProps, type KeyboardEvent, useRef } from 'react'
import { onMac } from '../../state/platform.ts'
import { isShortcut } from '../../words/shortcuts.ts'
import { behindChange, lineAgain, lineBack, lineTyped, noPast } from './line-past.ts'

interface LineFieldProps extends Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'ref'> {
  value: string
  onType: (line: string) => void
}

/**
 * A line that is written in the page itself and wraps as the page does. What was typed is taken back as in the text: the
 * browser would take one letter at a time, because the window says the title in other places with each of them.
 */
export function LineField({ value, onType, onKeyDown, ...rest }: LineFieldProps) {
  const written = useRef({ line: value, past: noPast })

  function typed(line: string) {
    // Words that came from elsewhere meanwhile are not this person's to take back.
    const past = written.current.line === value ? written.current.past : noPast
    written.current = { line, past: lineTyped(past, value, performance.now()) }
    onType(line)
  }

  function takeBack(event: KeyboardEvent<HTMLTextAreaElement>) {
    const back = isShortcut(event, 'Mod+Z', onMac)
    if (!back && !isShortcut(event, 'Mod+Shift+Z', onMac) && !isShortcut(event, 'Mod+Y', onMac)) return
    event.preventDefault()
    if (written.current.line !== value || rest.readOnly) return
    const step = (back ? lineBack : lineAgain)(written.current.past, value)
    if (step === null) return
    written.current = step
    onType(step.line)
    const field = event.currentTarget
    const at = behindChange(value, step.line)
    requestAnimationFrame(() => field.setSelectionRange(at, at))
  }

  return (
    <textarea
      {...rest}
      rows={1}
      value={value}
      onChange={event => typed(oneLine(event.target.value))}
      onKeyDown={event => {
        takeBack(event)
        onKeyDown?.(event)
      }}
    />
  )
}

/** A field of one line: what is pasted into it with line breaks becomes one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
