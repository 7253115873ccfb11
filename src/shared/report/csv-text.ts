/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export function csvOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[headings, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/**
 * Whether a spreadsheet would take these words for a formula and run it. OWASP, “CSV injection”, names the signs; the wide
 * ones are the same to a spreadsheet that is set to Chinese or Japanese. Some let go of spaces, and of what nobody sees,
 * before they look.
 */
export function runsInASpreadsheet(words: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(words)
}

function cell(value: string): string {
  // An apostrophe makes it words.
  const safe = runsInASpreadsheet(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
