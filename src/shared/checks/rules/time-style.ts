import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers, sentenceAt } from '../words/context.ts'

/** 10 a.m., 9.00am, 10:00 AM */
const halves = /(?<![\p{L}\d£.:])(\d{1,2})(?:[.:](\d\d))?\s?([ap]m\b|[ap]\.m\b(?:\.(?=[,;:)]|\s+\p{Ll}|\s*[–-]))?)/giu
/** 16:00, 16.00hrs, 1600 hours */
const long =
  /(?<![\p{L}\d£.:/-])(?:(0?\d|1\d|2[0-3])[:.]([0-5]\d) ?(?:hrs|hours|h)\b|([01]\d|2[0-3])([0-5]\d) ?(?:hrs|hours)\b|(0\d|1\d|2[0-3]):([0-5]\d)(?![:\d]| ?[ap]\.?m| (?:minutes|long)\b))/giu
/** “opens at 1800” */
const bare =
  /(?<=\b(?:opens?|closes?|starts?|begins?|ends?|finish(?:es)?|arrive|doors? open|from|until) at )((?:1[3-9]|2[0-3]))([0-5][05])(?![\d,]|\s?(?:people|families|children|£|metres|miles))/giu

/** A time that is written otherwise than people say it. GOV.UK style: 5:30pm, 10am, midday, midnight. */
export const timeStyle = rule({
  id: 'time-style',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: 5:30pm, not 1730hrs; 10am, not 10.00 a.m.; midday and midnight, not 12 noon or 12pm',
  why: 'Not everybody reads the 24-hour clock, and “12pm” is noon to some and midnight to others.',
  on: {
    text: block =>
      block.elsewhere === 'hours' || !/\d/.test(block.text)
        ? null
        : [halves, long, bare]
            .flatMap(pattern => matchesIn(block.text, pattern))
            .flatMap((match): Finding[] => findingOf(block, match)),
  },
  examples: {
    fail: [
      'Open from 9.00am.',
      'Come at 10 a.m. on Monday.',
      'It starts at 16:00.',
      'Doors open at 1800.',
      'Lunch is at 12pm.',
      'From 0900 hrs.',
    ],
    pass: [
      'Open from 9am to 5:30pm, or 4.30pm; lunch is at midday.',
      'The ratio is 1:30, and verse 16:9. The line is open 24/7. The film is 12:45 long.',
      'The clock on the wall stopped at 11:07.',
      'It costs £9.00, or 1800 points. In 1945 the war was over.',
      'Her letter said “10 a.m.”',
      'I am 9 am I not?',
    ],
  },
})

function findingOf(block: TextBlock, match: RegExpExecArray): Finding[] {
  const [written, a, b, c, d, e, f] = match
  const at = { start: match.index, end: match.index + written.length }
  if (isOthers(block, at)) return []
  // A clock that shows 11:07 shows no more.
  if (
    /^1[0-2]:/.test(written) &&
    /\b(?:clock|film|lasts|score|stopped|video|watch)\b/i.test(sentenceAt(block.text, at))
  )
    return []
  const isHalf = /[ap]\.?m/i.test(written)
  const right = isHalf ? halfDay(Number(a), b ?? '', c ?? '') : ofTheDay(Number(a ?? c ?? e), b ?? d ?? f ?? '')
  if (right === null || right === written) return []
  if (isHalf && isFine(written)) return []
  const place = { path: block.path, ...at }
  return [
    {
      message: `“${written}” is easier to read as “${right}”.`,
      place,
      fix: rewording(`Write “${right}”`, block, at.start, at.end, right),
    },
  ]
}

/** “9.30am” and “9 am” are usual, and nobody misreads them. */
function isFine(written: string): boolean {
  return /^\d{1,2}(?:[.:](?!00)\d\d)?\s?[ap]m$/.test(written) && !/^12\s?[ap]m$/.test(written)
}

function halfDay(hour: number, minutes: string, half: string): string | null {
  if (hour < 1 || hour > 12) return null
  const isMorning = /^a/i.test(half)
  const isWhole = minutes === '' || minutes === '00'
  if (hour === 12 && isWhole) return isMorning ? 'midnight' : 'midday'
  return `${hour}${isWhole ? '' : `:${minutes}`}${isMorning ? 'am' : 'pm'}`
}

function ofTheDay(hour: number, minutes: string): string | null {
  if (hour > 23) return null
  if (minutes === '00' && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  return halfDay(hour % 12 === 0 ? 12 : hour % 12, minutes, hour < 12 ? 'am' : 'pm')
}
