/** `Mod+Shift+Enter` as the keys of this keyboard, in words: Ctrl, Shift, Enter. */
export function keysOf(shortcut: string, mac: boolean): string[] {
  const names: Readonly<Record<string, string>> = mac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: 'Return' }
    : { Mod: 'Ctrl' }
  return shortcut.split('+').map(key => names[key] ?? key)
}

/** What a key event has to be for a shortcut: letters and digits are keys, not the characters that Alt makes of them. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

export function isShortcut(press: KeyPress, shortcut: string, mac: boolean): boolean {
  const keys = shortcut.split('+')
  const key = keys.at(-1) ?? ''
  const wants = (name: string) => keys.slice(0, -1).includes(name)
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (other || mod !== wants('Mod') || press.altKey !== wants('Alt') || press.shiftKey !== wants('Shift')) return false
  if (/^[A-Z]$/.test(key)) return press.code === `Key${key}`
  if (/^[0-9]$/.test(key)) return press.code === `Digit${key}`
  return press.key === key
}
