import { type Finding, rule } from '../rule.ts'

/** Pictures among the letters: emoji, and signs that are drawn as pictures. A tick, an arrow and ™ are words of a kind. */
const signs = /\p{RGI_Emoji}|[★☆✦✧✩✪✯✰✿❀❁❃❇❉❋❖◆◇▲△▼▽►▶➤➜➔➨⮕☎☏✆✉✂✈☀☁☂☃☺☻☹❤♥♡♦♣♠♪♫✌☞☛]\ufe0f?/gv
/** Where none of these stands, none of the signs does: they are slow to look for. */
const maySign = /[\u2190-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1ffff}]/u
/** Letters that look like letters, and are signs of mathematics to a screen reader. */
const letters = /[\u{1d400}-\u{1d7ff}\u{ff21}-\u{ff5a}\u{24b6}-\u{24e9}\u{1f130}-\u{1f189}]{2,}/gu
/** Signs that are read as a word, and are used as one. */
const asWords = /^(?:[©®™✓✔✅☑✗✘❌❎→←↑↓⇒]|[#*\d]\ufe0f?\u20e3)\ufe0f?$/u

/** Emoji and other signs in place of words. WCAG 2.2 SC 1.1.1; technique H86. */
export const emoji = rule({
  id: 'emoji',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'A screen reader says the name of each, such as “smiling face with open mouth”, and people read different things in them.',
  on: {
    text: ({ text, path }) => [
      ...found(text, letters, path, 'letters'),
      ...(maySign.test(text) ? found(text, signs, path, 'signs') : []),
    ],
  },
  examples: {
    fail: ['Come and play 🎉', '## ★ Clubs ★\n\nCome.', '☎ 01632 960001', '𝓒𝓸𝓶𝓮 and play', 'Smile 😀😀😀'],
    pass: [
      'Free ✓',
      'Travel →',
      'Signpost™ © 2026',
      'It is 20°C, ½ a mile, 5 × 3 and £5.',
      'Crème brûlée, dzień dobry, আমি',
    ],
  },
})

function found(text: string, pattern: RegExp, path: number[], what: 'letters' | 'signs'): Finding[] {
  return [...text.matchAll(pattern)]
    .filter(([sign]) => !asWords.test(sign))
    .map((match): Finding => {
      const message =
        what === 'signs'
          ? `“${match[0]}” stands for words here, or for nothing. Write it in words.`
          : `“${match[0]}” is not made of letters. Write it in letters.`
      return { message, place: { path, start: match.index, end: match.index + match[0].length } }
    })
}
