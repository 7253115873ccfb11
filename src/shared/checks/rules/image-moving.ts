import { fileWords } from '../pictures.ts'
import { type Picture, rule } from '../rule.ts'

/** A drawing that stands still is often a GIF too. */
const still =
  /\b(?:arrow|badge|banner|border|bullet|button|chart|crest|diagram|divider|graph|header|icon|line|logo|map|photo|plan|rule|spacer|blank|clear|pixel|transparent|wave)s?\b/
const moves =
  /\b(?:animated?|animation|blinking|bouncing|dancing|flashing|giphy|jumping|looping|moving|spinning|tenor|waving)\b/i

/** A picture that moves. WCAG 2.2 SC 2.2.2. */
export const imageMoving = rule({
  id: 'image-moving',
  severity: 'warning',
  wcag: ['2.2.2'],
  why: 'What moves and cannot be stopped keeps people from reading, and can make some of them ill.',
  on: {
    picture: picture =>
      isMoving(picture) && {
        message: 'This picture seems to move. Use one that stands still, or a video that people can stop.',
        place: picture.place,
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
      pass: ['<p><img src="spacer.gif" alt=""></p>', '<p><img src="dancing.jpg" alt="Children dancing"></p>'],
    },
  },
})

function isMoving({ src, alt }: Picture): boolean {
  const [name, path] = [fileWords(src), src.replace(/[?#].*$/, '')]
  if (/\.gif$/i.test(path)) return moves.test(`${name} ${alt ?? ''}`) || !still.test(name)
  return /\.apng$/i.test(path) || (/\.(?:webp|png|svg|avif)$/i.test(path) && /\banimat/.test(name))
}
