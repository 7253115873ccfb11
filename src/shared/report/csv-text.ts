/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export function csvOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[headings, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string): string {
  // A spreadsheet runs what begins like a formula; an apostrophe makes it words.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
