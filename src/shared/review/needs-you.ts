interface Lines {
  kinds: readonly { id: string; counts: boolean }[]
  lines: readonly { kind: string; mine: boolean; putOff: object | null }[]
}

/** How many things need one person: what “This week” counts. What is put off waits, and needs nobody yet. */
export function needsYou({ kinds, lines }: Lines): number {
  const counted = new Set(kinds.filter(({ counts }) => counts).map(({ id }) => id))
  return lines.filter(line => line.mine && line.putOff === null && counted.has(line.kind)).length
}

/** How many more stand on this person's list, and can wait: both together are what the list holds for them. */
export function canWait(week: Lines): number {
  return week.lines.filter(({ mine }) => mine).length - needsYou(week)
}
