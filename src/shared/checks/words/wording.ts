import { rewording } from '../edit-text.ts'
import type { CheckedPage, Finding, Looks, TextBlock } from '../rule.ts'
import { notAbout } from './about.ts'
import { isOthers, isPartOfAddress, isPartOfName } from './context.ts'
import type { Hit } from './phrases.ts'

/** Phrases that a block says itself: not quoted, not shown as code, and no part of a name. */
export function saidIn(block: TextBlock, find: (text: string) => readonly Hit[]): readonly Hit[] {
  // A text alternative says what a picture shows, and may have to say it as the picture does.
  if (block.elsewhere === 'alt') return []
  const found = find(block.text)
  // Nearly always: there are many lists for each text.
  if (found.length === 0) return found
  return found.filter(
    hit =>
      !isOthers(block, hit) &&
      (hit.phrase.proper || !isPartOfName(block.text, hit)) &&
      !isPartOfAddress(block.text, hit) &&
      !advised.test(block.text.slice(Math.max(0, hit.start - 80), hit.start)),
  )
}

/** “We do not say utilise”, “instead of writing in order to”: the words are there as words. */
const advised =
  /(?:\b(?:not|never|avoid|avoided|stopped|instead of|rather than)|n[’']t) (?:to )?(?:(?:say|saying|write|writing|use words like|using words like|(?:use |using )?the (?:words?|phrases?|terms?)) (?:[\p{L}’' ]+(?:,| or| and) )?)$/iu

const ofWords = /\b(?:idioms?|jargon|phrases?|plain English|sayings?|wording|words?)\b/i

/** Looks at every block that says something itself, and at none of a part of the page that is about words. */
export function lookAtWording(findingsIn: (block: TextBlock) => readonly Finding[]): Pick<Looks, 'page' | 'text'> {
  return {
    page: (page: CheckedPage) =>
      notAbout(page, words => ofWords.test(words)).flatMap(block => {
        const found = findingsIn(block)
        // To look through the page for each heading would take longer than everything else.
        return found.length > 0 && isNamedBelow(block, page) ? [] : found
      }),
    // Words of a caption or a field, and those of HTML that Markdown keeps, are no blocks of the page.
    text: block => ((block.elsewhere ?? block.spot) === undefined ? null : findingsIn(block)),
  }
}

/** “Bridge the gap” over “The Bridge the Gap project”: a heading of the name of something. */
function isNamedBelow({ node, text }: TextBlock, { texts }: CheckedPage): boolean {
  const name = text.trim().toLowerCase()
  if (node.type !== 'heading' || name === '') return false
  return texts.some(other => {
    const start = other.text.toLowerCase().indexOf(name)
    return other.node !== node && start !== -1 && isPartOfName(other.text, { start, end: start + name.length })
  })
}

/** What is told of a phrase, with the words that say the same as the fix where they fit every sentence. */
export function findingOf(block: TextBlock, hit: Hit, tell: (written: string, instead: string) => string): Finding {
  const { start, end, written, write, phrase } = hit
  const place = { path: block.path, start, end }
  const message = tell(`“${written}”`, write === null ? (phrase.advice ?? '') : `“${write}” says the same`)
  if (write === null) return { message, place }
  return { message, place, fix: rewording(`Write “${write}”`, block, start, end, write) }
}
