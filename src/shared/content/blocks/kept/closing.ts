/** What may close a source that was left open: the ends of HTML blocks (CommonMark 0.31, 4.6) and of a directive's fence. */
export function closingsOf(source: string): string[] {
  const fence = /^:{3,}/.exec(source)?.[0]
  if (fence) return [`\n${fence}`]
  const start = source.slice(0, 12).toLowerCase()
  if (start.startsWith('<!--')) return ['-->', '\n-->']
  if (start.startsWith('<?')) return ['?>']
  if (start.startsWith('<![cdata[')) return [']]>']
  if (start.startsWith('<!')) return ['>']
  const raw = /^<(script|pre|style|textarea)/.exec(start)?.[1]
  return raw ? [`</${raw}>`, `\n</${raw}>`] : []
}
