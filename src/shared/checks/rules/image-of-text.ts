import { fileWords } from '../pictures.ts'
import { type Picture, rule } from '../rule.ts'

/** What nobody says of a picture unless the picture says it: a time, a price, a number to ring, an address. */
const details =
  /\b\d{1,2}(?:[.:]\d\d)? ?[ap]m\b|£\d|\b0\d{3,4} ?\d{3} ?\d{3,4}\b|\S+@\S+\.\S+|\bwww\.|\b\d{1,2} (?:january|february|march|april|june|july|august|september|october|november|december)\b/i
const opening =
  /^(?:an? |the |our )?(?:[\p{L}-]+ ){0,2}(?:poster|flyer|flier|infographic|notice|advert|invitation|text)(?: (?:about|advertising|explaining|for|giving|inviting|listing|of|reading|reads|saying|says|showing|that|with)\b|:)|\b(?:text|words|poster|sign) (?:reads?|reading|says|saying)\b/iu
const file =
  /\b(?:poster|flyer|flier|infographic|notice|advert|opening (?:times|hours)|price ?list|timetable|invitation)\b/

/** A picture of words. WCAG 2.2 SC 1.4.5. */
export const imageOfText = rule({
  id: 'image-of-text',
  severity: 'warning',
  wcag: ['1.4.5'],
  why: 'Words in a picture cannot be made larger, translated, searched for or read aloud: write them in the page.',
  on: {
    picture: picture =>
      isOfText(picture) && {
        message: 'This looks like a picture of words. Write the words in the page instead.',
        place: picture.place,
      },
  },
  examples: {
    fail: [
      '::figure{src="media/bus.png" alt="Coffee morning, Tuesday 10am to 12pm, ring 01632 960001"}',
      '::figure{src="media/bus.png" alt="Poster about the summer fair"}',
      '::figure{src="media/summer-fair-poster.png" alt="Summer fair"}',
    ],
    pass: [
      '::figure{src="media/bus.png" alt="A family reads a poster in the library"}',
      '::figure{src="media/bus.png" alt="Two children paint in the hall"}',
      '::figure{src="media/bus.png" alt="The notice board by the door"}',
    ],
    html: {
      fail: ['<p><img src="opening-times.png" alt="When we are open"></p>'],
      pass: ['<p><img src="a.jpg" alt=""></p>'],
    },
  },
})

function isOfText({ src, alt, isDecorative }: Picture): boolean {
  if (isDecorative || !alt?.trim()) return false
  return details.test(alt) || opening.test(alt.trim()) || file.test(fileWords(src))
}
