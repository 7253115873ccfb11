const most = 2000

/** What a reason still needs, as a sentence; null where it will do. It is kept for whoever comes later. */
export function reasonTrouble(reason: string, where = 'with the page'): string | null {
  const { length } = reason.trim()
  if (length === 0) return `Write the reason. It is kept ${where}.`
  return length > most ? `Say it in fewer words: ${most} characters at most.` : null
}
