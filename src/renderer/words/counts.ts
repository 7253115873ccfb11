/** “1 page”, “3 pages”, “no pages”. */
export function count(many: number, one: string, several = `${one}s`): string {
  if (many === 0) return `no ${several}`
  return `${many.toLocaleString('en-GB')} ${many === 1 ? one : several}`
}

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** “Nine things need you”: a number that opens a sentence. */
export function opening(many: number): string {
  return small[many] ?? many.toLocaleString('en-GB')
}

/** “Travel to school”, “Travel to school and Benefits”, “Travel to school, Benefits and 3 more”. */
export function listed(names: readonly string[], most = 2): string {
  const shown = names.slice(0, most)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  const last = shown.at(-1) ?? ''
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last
}

/** “512 KB”, “2.4 MB”: sizes as families and colleagues read them. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}

/** The first name, as colleagues use it. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}

/** “Sam’s”, “Chris’s”: whose it is. */
export function whose(name: string): string {
  return `${firstName(name)}’s`
}
