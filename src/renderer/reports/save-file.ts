/** Hands a file to whoever shows the window: a browser puts it with its downloads, and Electron asks where it goes. */
export function saveFile({ name, type, data }: { name: string; type: string; data: string }): void {
  const bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The file is read after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
