import { matchesIn } from '../matches.ts'
import { rememberedOfText } from '../remembered.ts'
import { type CheckedPage, type Finding, rule, type TextBlock } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'
import { numbersIn } from '../telephone.ts'
import { isOthers } from '../words/context.ts'

const time = '((?:\\d{1,2}(?:[.:]\\d\\d)? ?[ap]\\.?m\\b)|noon|midday|midnight)'
const place = '((?:(?:the|our) (?:[\\p{Ll}-]+ ){0,2}?[\\p{Ll}-]+)|we|doors)'
const openFrom = new RegExp(
  `(?<!\\p{L})${place} (?:opens?|(?:is|are) (?:also |always )?open) (?:from |between )?${time} ?(?:to|until|till|and|–|-) ?${time}`,
  'giu',
)
const opensAt = new RegExp(`(?<!\\p{L})${place} opens? at ${time}`, 'giu')
const closesAt = new RegExp(`(?<!\\p{L})${place} (?:close|shut)s? at ${time}`, 'giu')
/** Days and seasons: times that are said of others are others. */
const when =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week(?:day|end)s?|(?:bank |school |public )?holidays?|term(?: time)?|half[- ]term|spring|summer|autumn|winter|easter|christmas|january|february|march|april|may|june|july|august|september|october|november|december)\b/gi
/** What holds at times, or held once. */
const sometimes =
  /\b(?:if|when|unless|except|but|sometimes|early|earlier|late|later than|today|tomorrow|was|were|used to|last|first|next|instead|change[ds]?|visitors|by appointment)\b/i
/** “It costs £4 a session.”, “Each session costs £5.”: a price with nothing that says for whom it is another. */
const price =
  /(?<=^|[.?!] )(?:it|each (\p{Ll}+)|an? (\p{Ll}+)|every (\p{Ll}+)|the (\p{Ll}+)|all (\p{Ll}+?)s) costs? (£\d[\d,]*(?:\.\d\d)?)(?: (?:an?|per|each|for each|for every|every) (\p{Ll}+))?(?=[.?!]|$)/giu
const rung = /\b(?:[Pp]hone|[Rr]ing|[Cc]all|[Tt]elephone|[Cc]ontact) (?:the )?((?:\p{Lu}[\p{L}’-]+ ){2,4})on $/u
const numbered = /\bthe ((?:\p{Lu}[\p{L}’-]+ ){2,4})(?:phone |telephone )?(?:number|line)\b[^.?!\n]{0,30}: ?$/u
/** Why somebody may have a second number. */
const other =
  /\b(?:or|fax|textphone|mobile|text|hours|evenings?|weekends?|nights?|office|branch|to \p{Ll}+|for|in \p{Lu})\b/u

/** Something that a page says of one place, and how it was said. */
interface Said {
  about: string
  value: string
  words: string
  block: TextBlock
  start: number
  end: number
  /** The headings over it, outermost first. */
  under: readonly TextBlock[]
}

/** A time or a number that a page gives twice, in two ways. Between pages it is found with the whole site. */
export const factsDiffer = rule({
  id: 'facts-differ',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is accurate',
  why: 'A family cannot tell which of the two is right, and may come when the door is shut or ring somebody else.',
  on: { page: page => differing(saidOn(page)) },
  examples: {
    fail: [
      '## The store\n\nThe store is open from 9am to 5pm, Monday to Friday.\n\n### To bring things back\n\nThe store closes at 4pm from Monday to Friday.',
      'Our hub opens at 9am.\n\nOur hub opens at 9.30am.',
      'We open at 9am on weekdays. Doors open at 9.30am from Monday to Friday.',
      'It costs £4 a session. Each session costs £5.',
      'Phone Open Gate on 01632 960001.\n\nTry the Open Gate number again after lunch: 01632 960002.',
    ],
    pass: [
      'The store is open from 9am to 5pm. The store closes at 5pm, and opens at 9am.',
      'The store is open from 9am to 5pm, Monday to Friday. The store closes at 4pm on Saturday.',
      'The park closes at 9pm in summer. The park closes at 4pm in winter. If it snows, the park closes at 3pm.',
      'It costs £4 a session, or £5 for two. Each session costs £4. A day costs £9.',
      'The café opens at 10am. The library opens at 9am.',
      '## Leigh\n\nThe library opens at 9am.\n\n## Westcliff\n\nThe library opens at 10am.',
      'The hub closes at 5pm. The letter said “the hub closes at 4pm”.',
      'Phone Open Gate on 01632 960001. Phone Open Gate on 01632 960002 for forms.',
      'Phone Open Gate on 01632 960001. Phone Closed Gate on 01632 960002.',
      'Phone Open Gate on 01632 960001. The Open Gate number is free: 01632 960 001.',
    ],
  },
})

function saidOn({ texts }: CheckedPage): Said[] {
  let under: readonly TextBlock[] = []
  return texts.flatMap((block): Said[] => {
    const { node } = block
    if (node.type === 'heading') {
      const isOver = (each: TextBlock) => each.node.type === 'heading' && each.node.attrs.level < node.attrs.level
      under = [...under.filter(isOver), block]
      return []
    }
    const above = under
    return factsIn(block.text)
      .filter(said => !isOthers(block, said))
      .map(said => ({ ...said, block, under: above }))
  })
}

type Found = Omit<Said, 'block' | 'under'>

const mayTell = /\b(?:costs?|close|shut|open|opens|closes|shuts|phone|ring|call|telephone|contact|number|line)\b/i
/** All texts of a page are looked at for each key, and all but one are those of a moment ago. */
const factsIn = rememberedOfText((text): readonly Found[] =>
  /\d/.test(text) && mayTell.test(text) ? [...timesIn(text), ...numbersOf(text), ...pricesIn(text)] : [],
)

function timesIn(text: string): Found[] {
  return sentencesOf(text).flatMap(({ start, end }): Found[] => {
    const sentence = text.slice(start, end)
    if (sometimes.test(sentence)) return []
    const days = matchesIn(sentence, when).flatMap(([day]) => daysOf(day.toLowerCase()))
    const said = ({ 0: words, 1: where = '', index }: RegExpExecArray, what: string, value = ''): Found => ({
      about: [what, where.toLowerCase().replace(/^(?:the|our) |^(?:we|doors)$/, ''), ...days].join(' '),
      value: value
        .toLowerCase()
        .replace(/[ .:]|00(?=[ap]m)/g, '')
        .replace('noon', '12pm')
        .replace('midday', '12pm'),
      words,
      start: start + index,
      end: start + index + words.length,
    })
    return [
      ...matchesIn(sentence, openFrom).flatMap(match => [
        said(match, 'opens', match[2]),
        said(match, 'closes', match[3]),
      ]),
      ...matchesIn(sentence, opensAt).map(match => said(match, 'opens', match[2])),
      ...matchesIn(sentence, closesAt).map(match => said(match, 'closes', match[2])),
    ]
  })
}

function pricesIn(text: string): Found[] {
  return matchesIn(text, price).flatMap((match): Found[] => {
    const what = [match[7], ...match.slice(1, 6)].find(each => each !== undefined)
    if (what === undefined) return []
    const { 0: words, 6: value = '', index } = match
    return [
      {
        about: `costs ${what.toLowerCase()}`,
        value: value.replace(/\.00$|,/g, ''),
        words,
        start: index,
        end: index + words.length,
      },
    ]
  })
}

function daysOf(said: string): string[] {
  return /^weekdays?$/.test(said) ? ['monday', 'friday'] : [said.replace(/(?<=day)s$/, '')]
}

function numbersOf(text: string): Found[] {
  return numbersIn(text).flatMap(({ start, end, digits, written }): Found[] => {
    const before = text.slice(Math.max(0, start - 100), start)
    const name = (rung.exec(before) ?? numbered.exec(before))?.[1]
    const rest = /^[^.?!\n]{0,60}/.exec(text.slice(end))?.[0] ?? ''
    if (name === undefined || other.test(rest)) return []
    return [{ about: `number ${name.trim()}`, value: digits, words: `${name.trim()}: ${written}`, start, end }]
  })
}

/** The later of two that say different things, where both are told under the same headings, or one right below the other. */
function differing(all: readonly Said[]): Finding[] {
  const before = new Map<string, Said[]>()
  return all.flatMap((said): Finding[] => {
    const others = before.get(said.about) ?? []
    if (others.length < mostSaid) before.set(said.about, [...others, said])
    const first = others.find(
      ({ value, under }) => value !== said.value && under.every(each => said.under.includes(each)),
    )
    if (!first) return []
    const message = `“${said.words}” differs from “${first.words}” on this page. Which of the two is right?`
    return [{ message, place: { path: said.block.path, start: said.start, end: said.end } }]
  })
}

/** Of one thing; no page says it more often, and one from outside may be made of nothing else. */
const mostSaid = 20
