import type { Week, WeekLine } from '../connection/answers.ts'

type Lines = Pick<Week, 'kinds' | 'lines'>

/** How many reviews this person may give. */
export function reviewsFor({ lines }: Pick<Lines, 'lines'>): number {
  return lines.filter(({ kind }) => kind === 'review' || kind === 'urgent-review').length
}

export interface Group {
  heading: string
  lines: WeekLine[]
}

/** The lines under their headings, in the order of the kinds; what is put off comes last, under a heading of its own. */
export function groupsOf({ kinds, lines }: Lines): Group[] {
  const headingOf = new Map(kinds.map(({ id, heading }) => [id, heading]))
  const found = Map.groupBy(lines, line => (line.putOff === null ? (headingOf.get(line.kind) ?? '') : putOffHeading))
  return [...new Set([...headingOf.values(), putOffHeading])].flatMap(heading => {
    const own = found.get(heading)
    return own === undefined ? [] : [{ heading, lines: own }]
  })
}

const putOffHeading = 'Put off for now'
