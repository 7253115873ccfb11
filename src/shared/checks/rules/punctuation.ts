import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule } from '../rule.ts'
import { isOthers } from '../words/context.ts'

/** A mark twice, or two that exclude each other. Three dots are one mark, and “../” is a path. */
const doubled =
  /(?<![.\p{N}/\\])\.\.(?![./\\])|,{2,}|;{2,}|(?<![:\p{N}]):{2}(?!:)|!{2,}|\?{2}(?!\?)|,\.(?!\p{N})|\.,(?<!\b(?:etc|e\.g|i\.e|ltd|co|inc|no|st|dr|mr|mrs|[ap]\.m|\p{Lu})\.,)|[;:],|,[;:]|(?<=\p{L}) (?:[,;](?=[ \p{L}])|[.!?](?= \p{Lu}|$))/giu

/** Punctuation that was typed twice. */
export const punctuation = rule({
  id: 'punctuation',
  severity: 'notice',
  wcag: [],
  source: 'GOV.UK style: no exclamation marks; proofreading',
  why: 'It looks careless, and some screen readers say every mark.',
  on: {
    text: block =>
      block.elsewhere === 'website' || block.elsewhere === 'email'
        ? null
        : matchesIn(block.text, doubled).flatMap((match): Finding[] => {
            const start = match.index
            const end = start + match[0].length
            if (isOthers(block, { start, end })) return []
            const one = match[0].trim().charAt(0)
            const place = { path: block.path, start, end }
            const isClose = match[0].startsWith(' ') && /^\p{L}/u.test(block.text.slice(end))
            return [
              {
                message: match[0].startsWith(' ')
                  ? `No space stands before “${one}”.`
                  : `“${match[0]}” is one mark too many.`,
                place,
                fix: rewording(`Write “${one}”`, block, start, end, isClose ? `${one} ` : one),
              },
            ]
          }),
  },
  examples: {
    fail: [
      'Ask the school,, then us.',
      'Come along!!',
      'Ring us..',
      'Is it free?? Yes.',
      'Bring a drink,.',
      'Bring a drink , a hat and a towel .',
      'Bring a drink ,and a hat.',
    ],
    pass: [
      'She wrote: “I love it!!” They shouted “What??”',
      'Wait... then ring. Open 9.30am, or 10 a.m., and so on.',
      'Write “,” and go on. The file is in ../forms. Use `a::b`.',
      'Yahoo! helps. It costs 1,000. Is it free? Yes!',
      'Ask Smith & Co., the firm. In 1990... and 2.5.',
    ],
  },
})
