import type { WholePage } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'
import { isEmptyTitle } from '../titles.ts'

/** A web page whose `<title>` is missing or tells nothing, though it has a heading to take it from. WCAG 2.2 SC 2.4.2. */
export const titleTag = rule({
  id: 'title-tag',
  severity: 'error',
  wcag: ['2.4.2'],
  why: 'It is the first thing that a screen reader says, and all that a tab, a bookmark and a search show of the page.',
  on: {
    markup: ({ elements, whole }) => {
      const heading = elements.find(({ tag }) => tag === 'h1')
      if (whole === null || heading === undefined) return null
      if (!/[\p{L}\p{N}]/u.test(whole.title))
        return { message: 'This page has no title for the tab.', place: whole.place }
      if (isEmptyTitle(whole.title))
        return {
          message: `“${whole.title.trim()}” in the tab does not tell what the page is about.`,
          place: whole.place,
        }
      return isOfAnother(whole) || isOfSite(whole, wordsOf(heading.element))
        ? {
            message: `“${whole.title.trim()}” in the tab tells of something that this page does not say a word of.`,
            place: whole.place,
            severity: 'warning',
          }
        : null
    },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html lang="en"><head><title></title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Bin collection days - Southend</title></head><body><h1>Supported living</h1><p>You have your own flat, and a worker who helps you.</p></body></html>',
        '<html lang="en"><head><title>Southend Local Offer</title></head><body><h1>Clubs for teenagers in Leigh</h1><p>There are three.</p></body></html>',
        '<html lang="en"><head><title>Southfield Council</title></head><body><h1>Bus passes</h1><p>You can ask for one at 16.</p></body></html>',
        '<html lang="en"><head><title>Local Offer - Southfield Council</title></head><body><h1>Bus passes</h1><p>Ask for one.</p></body></html>',
        '<html lang="en"><head><title>-</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>New page template</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Document1</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>travel_final_v3.docx</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
      ],
      pass: [
        '<html lang="en"><head><title>Travel to school</title></head><body><h1>Travel</h1><p>Ask us.</p></body></html>',
        '<html lang="en"><head><title>Home - Southend Local Offer</title></head><body><h1>Welcome</h1></body></html>',
        '<html lang="en"><head><title>Collecting your bins | Southend</title></head><body><h1>Rubbish</h1><p>We collect a bin each week.</p></body></html>',
        '<html lang="en"><head><title>A template for a one-page profile</title></head><body><h1>One-page profiles</h1><p>Copy the template.</p></body></html>',
        '<html lang="en"><head><title>Bin collection days</title></head><body><h1>Bins</h1></body></html>',
        '<h1>Travel</h1><p>Ask us.</p>',
        '<html lang="en"><head><title>Southend Local Offer</title></head><body><h1>Welcome to the Southend Local Offer</h1><p>Find help.</p></body></html>',
        '<html lang="en"><head><title>What the Local Offer is</title></head><body><h1>About this site</h1><p>Every council has one.</p></body></html>',
      ],
    },
  },
})

/** Words that say of what site a page is, or nothing; so many letters of a word stay the same in all of its forms. */
const general =
  /^(?:about|borough|city|council|county|family|home|info|local|main|offer|page|send|site|southend|website|welcome|what|when|where|which|with|your)/
const stem = 4

const home = /^(?:welcome|home|about|southend|find|local offer|what\b.*local offer)/i

/** Whether it only names the site, as its home page does, over a heading that tells more. */
function isOfSite({ title }: WholePage, heading: string): boolean {
  const words = (of: string): readonly string[] => of.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  // “Southfield Council”: a place, and what it has.
  const isPlace = (part: string) => /^(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Council|Directory|Local Offer|Website)$/u.test(part)
  const isSite = title
    .trim()
    .split(/ [-–—|·:] /)
    .every(part => isPlace(part) || words(part).every(word => general.test(word)))
  const told = words(heading)
  const isOther = told.some(word => !general.test(word)) && !words(title).some(word => told.includes(word))
  return words(title).length > 0 && isSite && isOther && !home.test(heading)
}

/** Whether none of the words that its title begins with, two or more of them, stands anywhere in the page. */
function isOfAnother({ title, words }: WholePage): boolean {
  const [first = ''] = title.split(/ [-–—|·:] /)
  const stems = (of: string) => (of.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, stem))
  const told = (first.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter(word => word.length > 3 && !general.test(word))
  const said = new Set(stems(words))
  return told.length > 1 && said.size > 2 && !told.some(word => said.has(word.slice(0, stem)))
}
