import { type ComponentProps, useLayoutEffect, useRef, useState } from 'react'

interface LineFieldProps extends Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange' | 'ref'> {
  value: string
  onType: (line: string) => void
}

/**
 * A line that is written in the page itself and wraps as the page does. Its words are the browser's own and are set only
 * where they became others elsewhere: a field whose words are set at each letter takes back one letter at a time.
 */
export function LineField({ value, onType, ...rest }: LineFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [first] = useState(value)
  useLayoutEffect(() => {
    const element = field.current
    if (element !== null && element.value !== value) element.value = value
  }, [value])
  return (
    <textarea
      {...rest}
      ref={field}
      rows={1}
      defaultValue={first}
      onChange={({ target }) => {
        const line = oneLine(target.value)
        if (line !== target.value) target.value = line
        onType(line)
      }}
    />
  )
}

/** A field of one line: what is pasted into it with line breaks becomes one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
