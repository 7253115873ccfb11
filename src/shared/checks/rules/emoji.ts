import { textOf } from '../../content/index.ts'
import { inlinesOf, rewording, takingOut } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers } from '../words/context.ts'

/** Pictures among the letters: emoji, and signs that are drawn as pictures. A tick, an arrow and ™ are words of a kind. */
const signs = /\p{RGI_Emoji}|[★☆✦✧✩✪✯✰✿❀❁❃❇❉❋❖◆◇▲△▼▽►▶➤➜➔➨⮕☎☏✆✉✂✈☀☁☂☃☺☻☹❤♥♡♦♣♠♪♫✌☞☛]\ufe0f?/gv
/** Where none of these stands, none of the signs does: they are slow to look for. */
const maySign = /[\u2190-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1ffff}]/u
/** Letters that look like letters, and are signs of mathematics to a screen reader. */
const letters = /[\u{1d400}-\u{1d7ff}\u{ff21}-\u{ff5a}\u{24b6}-\u{24e9}\u{1f130}-\u{1f189}]{2,}/gu
/** Signs that are read as a word, and are used as one. */
const asWords = /^(?:[©®™✓✔✅☑✗✘❌❎→←↑↓⇒]|[#*\d]\ufe0f?\u20e3)\ufe0f?$/u

const isSpokenSign = (tag: string) =>
  /\srole=["']?img\b[^>]*\saria-label=|\saria-label=[^>]*\srole=["']?img\b|\saria-hidden=["']?true/i.test(tag)

/** Nobody reads these for a word. */
const festive = /^(?:[★☆✦✧✩✪✯✰✿❀❁❃❇❉❋❖◆◇]|🎉|🎊|✨|🥳|🎈|⭐|🌟|💫|🎇|🎆)\ufe0f?$/u

/** Emoji and other signs in place of words. WCAG 2.2 SC 1.1.1; technique H86. */
export const emoji = rule({
  id: 'emoji',
  severity: 'warning',
  wcag: ['1.1.1'],
  why: 'A screen reader says the name of each, such as “smiling face with open mouth”, and people read different things in them.',
  on: {
    text: block => [
      ...found(block, letters, 'letters'),
      ...(maySign.test(block.text) ? found(block, signs, 'signs') : []),
    ],
  },
  examples: {
    fail: [
      'Come and play 🎉',
      '## ★ Clubs ★\n\nCome.',
      '☎ 01632 960001',
      '𝓒𝓸𝓶𝓮 and play',
      'Smile 😀😀😀',
      'Show your face 🙂 at the door.',
      'Come to the fair 🎉 signs are up.',
    ],
    pass: [
      'Free ✓',
      'Some children use the thumbs up 👍 sign to say yes. Point to a 🙂 face.',
      'She wrote “thank you 🙂”. Type `🙂` to see a face.',
      'Travel →',
      'A child can point to a smiley face (🙂) on a chart.',
      'It is <span role="img" aria-label="closed">🔒</span>, and <span aria-hidden="true">📞</span> ring.',
      'Signpost™ © 2026',
      'It is 20°C, ½ a mile, 5 × 3 and £5.',
      'Crème brûlée, dzień dobry, আমি',
    ],
  },
})

const named =
  '(?:button|cross|emoji|emoticon|face|gesture|heart|icon|picture|sign|smiley|star|sticker|symbol|thumbs[ -](?:up|down)|tick)'
const nameBefore = new RegExp(`\\b${named}s? [([]$`, 'i')
/** “The thumbs up 👍 sign”, “a 🙂 face” of a sentence that tells of it; “look for the ⭐” tells of something else. */
const nameAfter = new RegExp(`^ ${named}\\b`, 'i')

/** “A smiley face (🙂)”: in brackets after the words that say what it is, as something that is shown to a child. */
const isNamed = (before: string, after: string) =>
  (nameBefore.test(before) && /^[)\]]/.test(after)) ||
  (nameAfter.test(after) && /\b(?:an?|the|this|that|your|of)(?: [\p{L}-]+){0,3} $/iu.test(before))

/** What stands in a tag that says another name for it, or hides it from those who hear the page. */
function isSaidElse(block: TextBlock, start: number): boolean {
  if (block.elsewhere !== undefined) return false
  let offset = 0
  return inlinesOf(block.node).some((inline, at, all) => {
    const from = offset
    offset += textOf(inline).length
    const tag = start >= from && start < offset ? all[at - 1] : undefined
    return tag?.type === 'keptInline' && isSpokenSign(tag.attrs.source)
  })
}

function found(block: TextBlock, pattern: RegExp, what: 'letters' | 'signs'): Finding[] {
  const { text, path } = block
  return matchesIn(text, pattern)
    .filter(({ 0: sign, index }) => !asWords.test(sign) && !isSaidElse(block, index))
    .filter(({ 0: sign, index }) => !isNamed(text.slice(0, index), text.slice(index + sign.length)))
    .filter(({ 0: sign, index }) => !isOthers(block, { start: index, end: index + sign.length }))
    .map(({ 0: sign, index: start }): Finding => {
      const end = start + sign.length
      const place = { path, start, end }
      if (what === 'letters') {
        const words = sign.normalize('NFKC')
        const message = `“${sign}” is not made of letters. Write it in letters.`
        return { message, place, fix: rewording(`Write “${words}”`, block, start, end, words) }
      }
      const message = `“${sign}” stands for words here, or for nothing. Write it in words.`
      const fix = takingOut('Take it out', block, start, end)
      return festive.test(sign) && fix ? { message, place, fix } : { message, place }
    })
}
