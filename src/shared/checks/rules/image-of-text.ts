import { wordsIn } from '../../content/index.ts'
import { fileWords } from '../pictures.ts'
import { type Picture, rule } from '../rule.ts'

/** What nobody says of a picture unless the picture says it: a number to ring, an address. */
const contact = /\b0\d{3,4} ?\d{3} ?\d{3,4}\b|\S+@\S+\.\S+|\bwww\./i
/** One may be on a clock, a coin or a calendar; two of them are what a notice says. */
const details =
  /\b\d{1,2}(?:[.:]\d\d)? ?[ap]m\b|£\d|\b(?:noon|midday)\b|\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2} (?:january|february|march|april|june|july|august|september|october|november|december)\b/gi
const bearing = /\b(?:calendars?|clocks?|coins?|notes?|watch|watches)\b/i
const opening =
  /^(?:an? |the |our )?(?:[\p{L}-]+ ){0,2}(?:poster|flyer|flier|infographic|leaflet|notice|advert|invitation|text)(?: (?:about|advertising|explaining|for|giving|inviting|listing|of|reading|reads|saying|says|showing|that|with)\b|:)|\b(?:text|words|poster) (?:reads?|reading|says|saying)\b/iu
const notice = /\b(?:poster|flyer|flier|infographic|notice|advert|opening (?:times|hours)|price ?list)s?\b/i
const file =
  /\b(?:poster|flyer|flier|infographic|notice|advert|opening (?:times|hours)|price ?list|timetable|invitation)\b/
/** A longer text tells what can be seen, and not what the picture is called. */
const longestName = 5
/** The words of the picture stand in the page as well: “The details are in the text below.” */
const saysWhere =
  /\b(?:dates?|details|information|prices?|text|times|words)\b[^.]{0,30} (?:above|below|beside (?:it|this)|in the (?:next )?(?:list|page|paragraph|table|text)|next to (?:it|this)|on this page|under (?:it|this))\b/i
/** What somebody drew is shown for its own sake, and a timetable may be one of pictures. */
const made =
  /\b(?:artwork|competition|designed|drawing|drawn|drew|made by|painted|painting|prize|visual|winner|winning|won)\b/i

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
      '::figure{src="media/bus.png" alt="Coffee morning, Tuesday 10am to 2pm"}',
      '::figure{src="media/bus.png" alt="Poster about the summer fair"}',
      '::figure{src="media/bus.png" alt="Parent drop-in. Every Wednesday, 10am to midday. Free tea."}',
      '::figure{src="media/drop-in-poster.png" alt="Meet an adviser. No need to book. Free tea."}',
      '::figure{src="media/bus.png" alt="Poster: the fair is on the field below the school"}',
      '::figure{src="media/bus.png" alt="Leaflet: coffee for carers. Every Friday in the library. Free tea."}',
      '::figure{src="media/summer-fair-poster.png" alt="Summer fair"}',
    ],
    pass: [
      '::figure{src="media/bus.png" alt="A family reads a poster in the library"}',
      '::figure{src="media/bus.png" alt="Two children paint in the hall"}',
      '::figure{src="media/bus.png" alt="The notice board by the door"}',
      '::figure{src="media/autumn-timetable.jpg" alt="A board with a small symbol for each part of the school day"}',
      '::figure{src="media/bus.png" alt="A clock that shows 3pm"}',
      '::figure{src="media/poster-wall.jpg" alt="A wall in the hall. Two children look at it."}',
      '::figure{src="media/bus.png" alt="A calendar with a swim every Wednesday at noon"}',
      '::figure{src="media/bus.png" alt="A parent hands a leaflet to a doctor"}',
      '::figure{src="media/bus.png" alt="A door with a sign that says “Quiet room”"}',
      '::figure{src="media/timetable.png" alt="A visual timetable: breakfast, bus, school"}',
      '::figure{src="media/bus.png" alt="Poster with the words “Ask me” above a drawing of a dog"}',
    ],
    html: {
      fail: ['<p><img src="opening-times.png" alt="When we are open"></p>'],
      pass: [
        '<p><img src="a.jpg" alt=""></p>',
        '<p><img src="a.jpg" alt="Poster for the summer fair. The details are in the text below."></p><p>The fair is on 5 June 2027.</p>',
        '<p>Pupils drew posters. This one won.</p><p><img src="a.jpg" alt="Poster with the words “Ask me”"></p>',
      ],
    },
  },
})

function isOfText({ src, alt, isDecorative, near }: Picture): boolean {
  if (isDecorative || !alt?.trim() || saysWhere.test(alt)) return false
  if (contact.test(alt) || ((alt.match(details)?.length ?? 0) > 1 && !bearing.test(alt))) return true
  const isNamed =
    notice.test(alt) || (alt.match(/[.!?](?=\s|$)/g)?.length ?? 0) > 2 || wordsIn(alt).length <= longestName
  const isNotice = opening.test(alt.trim()) || (isNamed && file.test(fileWords(src)))
  return isNotice && !made.test(`${alt} ${near.before} ${near.after}`)
}
