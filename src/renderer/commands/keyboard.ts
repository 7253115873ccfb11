import { onMac } from '../state/platform.ts'
import { isShortcut } from '../words/shortcuts.ts'
import { commands } from './records.ts'
import { handlers } from './registry.ts'

/** Listens for the shortcuts of all commands. Keys that a text or a widget has used already are left alone. */
export function listenToKeys(): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('.veil') !== null) return
    const now = handlers.get()
    const command = commands.find(
      ({ shortcut, isAvailable }) => shortcut !== null && isAvailable(now) && isShortcut(event, shortcut, onMac),
    )
    // Undo in a field takes back what was typed there, not on the page.
    if (command === undefined || (command.menu === 'edit' && isField(event.target))) return
    event.preventDefault()
    command.run(now)
  }
  window.addEventListener('keydown', pressed)
  return () => window.removeEventListener('keydown', pressed)
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
