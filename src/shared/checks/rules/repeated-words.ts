import { rewording } from '../edit-text.ts'
import { matchesIn } from '../matches.ts'
import { type Finding, rule } from '../rule.ts'
import { isMarked } from '../words/context.ts'
import { tokensOf } from '../words/tokens.ts'

const twice = /(?<![\p{L}\p{M}\p{N}’'/.-])(\p{L}[\p{L}\p{M}’']*)([ \u00a0]+\1)(?![\p{L}\p{M}\p{N}’'-]|\/)/giu
/** Words that a sentence can have twice in a row, and what is said twice to stress it or by children. */
const meant =
  /^(?:that|had|her|is|in|on|it|you|no|yes|ha|bye|knock|night|so|very|really|many|long|much|far|big|now|there|tut|chop|hip|boo|blah|do|never|step|side|more|round|again|over|inch|please|hello|hear|tick|tock|row|ding|choo|twinkle|baa|moo|woof|quack|beep|pop|clap|splash|shh|yum|tum|wee|poo|pooh|ho|la|win|day|one|two|out|up)$/i

/** “Log in in May”, “the light is on on Monday”: after these words the first “on” belongs to what is before it. */
const particles =
  /\b(?:add|be|bring|brought|call|came|carried|carry|check|clock|come|drop|fill|fit|get|give|go|goes|going|hand|hang|hold|join|keep|later|leave|left|let|lights?|live|lives|log|logged|logging|move|moved|pass|pay|plug|put|send|sent|set|settle|sign|signed|signing|sit|start|stay|switch|take|taken|tap|tune|turn|turned|went|is|are|was|were|been|it|that|them|this|what|who|where)[ ]$/iu

function isMeant(word: string, before: string): boolean {
  if (!meant.test(word)) return false
  return !/^(?:in|on)$/i.test(word) || before === '' || particles.test(before)
}

/** A word that stands twice in a row. */
export const repeatedWords = rule({
  id: 'repeated-words',
  severity: 'warning',
  wcag: [],
  source: 'Proofreading: a word typed twice',
  why: 'It makes readers stop and read the sentence again.',
  on: {
    text: block =>
      mayRepeat(block.text) &&
      matchesIn(block.text, twice).flatMap((match): Finding[] => {
        const [all, word = '', again = ''] = match
        const start = match.index
        const end = start + all.length
        // “Baden Baden” is a place; “The the” is not.
        const isName = /^\p{Lu}/u.test(again.trim())
        if (isName || isMeant(word, block.text.slice(0, start)) || isMarked(block, { start, end }, ['code', 'lang']))
          return []
        const place = { path: block.path, start, end }
        return [
          { message: `“${all}” has the word twice.`, place, fix: rewording('Take one out', block, start, end, word) },
        ]
      }),
  },
  examples: {
    fail: [
      'Ask the the school.',
      'The the school helps.',
      'You can can apply.',
      'It is for for children.',
      'Ring us on on Monday. The club is held in in May.',
    ],
    pass: [
      'Log in in May. The heating is on on Monday. Sign in in the hall, and carry on on Friday.',
      'I know that that is hard, and she had had enough.',
      'The Duran Duran night is in Baden Baden.',
      'It was very very loud, and so so late. Knock knock! Sing “Pop goes the weasel”, pop pop, and clap clap.',
      'Open 10 10 times. Ring 01632 960 960.',
      'Ask for help, help is free.',
    ],
  },
})

function mayRepeat(text: string): boolean {
  return tokensOf(text).some(({ word }, at, tokens) => tokens[at + 1]?.word === word)
}
