/**
 * What makes a page wrong sooner, and wrong in a way that costs a family something: what the law gives them, what they are
 * paid or pay, until when they have to do something, whom they ring. It is read from the words, so it can be shown.
 */

export const riskKinds = ['law', 'money', 'deadlines', 'telephone numbers'] as const
export type RiskKind = (typeof riskKinds)[number]

export interface Risk {
  /** High with two kinds or more. */
  level: 'high' | 'some' | 'none'
  /** Each kind that was found, with the words that say so. */
  found: { kind: RiskKind; words: string }[]
}

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const span = '(?:\\d{1,3}|one|two|three|four|five|six|ten|twelve|fourteen|sixteen|twenty)'

const signs: Readonly<Record<RiskKind, RegExp>> = {
  law: /(?:\b(?!(?:Under|The|This|In|By|See|If|And|For) )[A-Z][A-Za-z]+(?: (?:and|of|the|[A-Z][A-Za-z]+)){0,6} (?:Act|Regulations) (?:19|20)\d\d\b|\b(?:[Ss]ection|[Rr]egulation) \d{1,3}\b|\b[Tt]ribunal\b|\b[Ss]tatutory\b|\b(?:[Bb]y|the) law\b|\blegal (?:right|duty|duties)\b|\b[Cc]ode of [Pp]ractice\b)/,
  money: /£ ?\d[\d,]*(?:\.\d\d)?/,
  deadlines: new RegExp(
    `\\b(?:deadline|closing date|within ${span} (?:working |school )?(?:days?|weeks?|months?)|(?:by|before|until|no later than|closes on) (?:the end of )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{1,2}(?:st|nd|rd|th)? ${month}|${month} \\d{1,2}\\b|${month} 20\\d\\d))`,
    'i',
  ),
  'telephone numbers': /(?<![\w£])(?:\+44|\(?0)[\d ()]{8,14}\d(?!\w)/,
}

/** Long enough to see where it stands, short enough for one line. */
const mostWords = 60

/** The risk of a page or service, from its file as it is: its own details, such as a telephone number, count too. */
export function riskOf(text: string): Risk {
  const found = riskKinds.flatMap(kind => {
    const words = signs[kind].exec(text)?.[0]
    return words === undefined ? [] : [{ kind, words: words.trim().slice(0, mostWords) }]
  })
  return { level: found.length > 1 ? 'high' : found.length === 1 ? 'some' : 'none', found }
}

/** “Law (“Care Act 2014”) and money (“£43”) on it.” Empty where there is none. */
export function riskInWords({ found }: Risk): string {
  const parts = found.map(({ kind, words }) => `${kind} (“${words}”)`)
  const last = parts.pop()
  if (last === undefined) return ''
  const sentence = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} on it.`
}
