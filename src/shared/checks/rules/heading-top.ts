import { wordsIn } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** Fewer words than this, and no heading, pass somebody on or thank them. */
const least = 12

/** A whole web page without a top heading; the title of a page of ours is one. WCAG 2.2 SC 1.3.1 and 2.4.6; technique H42. */
export const headingTop = rule({
  id: 'heading-top',
  severity: 'warning',
  wcag: ['1.3.1', '2.4.6'],
  why: 'People who find their way by headings go to the top one first, to learn where they have come to.',
  on: {
    markup: ({ whole, elements }) =>
      whole !== null &&
      !whole.hasTop &&
      (elements.some(({ tag }) => /^h[2-6]$/.test(tag)) || wordsIn(whole.words).length >= least) && {
        message: 'This page has no top heading (h1).',
        place: whole.place,
      },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html lang="en"><head><title>Travel</title></head><body><h2>Who can apply</h2><p>Any parent whose child goes to school in Southend can apply.</p></body></html>',
        '<html lang="en"><head><title>Travel</title></head><body><h1 hidden>Travel</h1><p>Any parent whose child goes to school in Southend can apply to us.</p></body></html>',
      ],
      pass: [
        '<h2>Who can apply</h2><p>Any parent whose child goes to school in Southend can apply.</p>',
        '<html lang="en"><body><header><h1>Travel</h1></header><main><p>Any parent whose child goes to school in Southend can apply to us.</p></main></body></html>',
        '<html lang="en"><body><div role="heading" aria-level="1">Travel</div><p>Any parent whose child goes to school in Southend can apply.</p></body></html>',
        '<html lang="en"><body><p>Thank you. We have your form.</p></body></html>',
      ],
    },
  },
})
