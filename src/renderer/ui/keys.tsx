import { onMac } from '../state/platform.ts'
import { keysOf } from '../words/shortcuts.ts'

/** The keys of a shortcut, each in its own box. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className="keys">
      {keysOf(shortcut, onMac).map(key => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
