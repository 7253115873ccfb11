import { fileWords } from '../pictures.ts'
import { type CheckFacts, type Picture, rule } from '../rule.ts'

/** A drawing that stands still is often a GIF too. */
const still =
  /\b(?:areas?|arrow|badge|banner|border|bullet|button|chart|corner|crest|diagram|divider|dot|edge|floor ?plan|graph|header|icon|line|logo|map|photo|plan|rule|screenshot|shadow|table|timetable|tree|spacer|blank|clear|pixel|transparent|wave)s?\b/
const moves =
  /\b(?:animated?|animation|blinking|bouncing|dancing|flashing|giphy|jumping|looping|moving|spinning|tenor|waving)\b/i

/** A picture that moves. WCAG 2.2 SC 2.2.2. */
export const imageMoving = rule({
  id: 'image-moving',
  severity: 'warning',
  wcag: ['2.2.2'],
  why: 'What moves and cannot be stopped keeps people from reading, and can make some of them ill.',
  on: {
    picture: (picture, facts) => {
      const known = isKnownToMove(picture, facts)
      if (known === false || !(known || isMoving(picture))) return null
      const { place } = picture
      // Most that are made today move, and nothing but the file itself says which.
      if (!known && !isSaidToMove(picture))
        return {
          message: 'This picture may move. If it does, use a video that people can stop.',
          place,
          severity: 'notice',
        }
      return {
        message: `This picture ${known ? 'moves' : 'seems to move'}. Use one that stands still, or a video that people can stop.`,
        place,
      }
    },
  },
  examples: {
    fail: [
      '::figure{src="media/party.gif" alt="Balloons rise over the hall"}',
      '::figure{src="media/balloons-animated.webp" alt="Balloons rise over the hall"}',
    ],
    pass: [
      '::figure{src="media/council-logo.gif" alt="Southend-on-Sea City Council"}',
      '::figure{src="media/bus.png" alt="A child waving from a moving bus"}',
    ],
    html: {
      fail: ['<p><img src="https://media.giphy.com/media/abc/giphy.gif" alt="A dancing bear"></p>'],
      pass: [
        '<p><img src="spacer.gif" alt=""></p>',
        '<p><img src="corner.gif" alt="" width="8" height="8"></p>',
        '<p><img src="where.gif" alt="Map of the two areas, Leigh and Shoebury"></p>',
        '<p><img src="dancing.jpg" alt="Children dancing"></p>',
      ],
    },
  },
})

/** What the file itself says, where it is in the workspace; null where nobody knows. */
function isKnownToMove({ src }: Picture, { media, moving }: CheckFacts): boolean | null {
  const name = src.replace(/^media\//, '')
  // A drawing may move by what is written in it.
  if (moving === undefined || name === src || !media.has(name) || /\.svg$/i.test(name)) return null
  return moving.has(name)
}

function isSaidToMove({ src, alt }: Picture): boolean {
  return (
    !/\.gif$/i.test(src.replace(/[?#].*$/, '')) ||
    /\b(?:giphy|tenor)\b/i.test(src) ||
    moves.test(`${fileWords(src)} ${alt ?? ''}`)
  )
}

function isMoving(picture: Picture): boolean {
  const { src } = picture
  const [name, path] = [fileWords(src), src.replace(/[?#].*$/, '')]
  if (/\.gif$/i.test(path)) return isSaidToMove(picture) || !isStill(name, picture)
  return /\.apng$/i.test(path) || (/\.(?:webp|png|svg|avif)$/i.test(path) && /\banimat/.test(name))
}

/** By its name or by what it tells; and what is as small as a letter is a part of an old page's edges. */
function isStill(name: string, { alt, size }: Picture): boolean {
  const isSmall = size !== null && Math.max(size.width, size.height) <= 32
  return still.test(name) || still.test((alt ?? '').toLowerCase().split(/[.,:]/)[0] ?? '') || isSmall
}
