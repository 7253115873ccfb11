import { said } from '../markup/attributes.ts'
import { rule } from '../rule.ts'

const message = 'This starts to play by itself.'

/** Sound or film that starts by itself. WCAG 2.2 SC 1.4.2 and 2.2.2. */
export const mediaAutoplay = rule({
  id: 'media-autoplay',
  severity: 'error',
  wcag: ['1.4.2', '2.2.2'],
  why: 'It talks over a screen reader, and startles people who are sensitive to noise and movement.',
  on: {
    elements: {
      video: ({ element, place }) => said(element, 'autoPlay') !== null && { message, place },
      audio: ({ element, place }) => said(element, 'autoPlay') !== null && { message, place },
      bgsound: ({ place }) => ({ message, place }),
      iframe: ({ element, place }) => startsByItself(said(element, 'src')) && { message, place },
      embed: ({ element, place }) =>
        (startsByItself(said(element, 'src')) || /^(?:true|1)$/i.test(said(element, 'autostart') ?? '')) && {
          message,
          place,
        },
    },
  },
  examples: {
    fail: ['One.\n\n<audio autoplay src="a.mp3"></audio>'],
    pass: ['One.\n\n<audio controls src="a.mp3"></audio>'],
    html: {
      fail: [
        '<iframe title="What is a plan?" src="https://player.vimeo.com/video/1?background=1"></iframe>',
        '<video autoplay muted src="a.mp4"></video>',
        '<iframe title="What is a plan?" src="https://www.youtube.com/embed/abc?rel=0&autoplay=1"></iframe>',
      ],
      pass: [
        '<iframe title="What is a plan?" src="https://www.youtube.com/embed/abc?autoplay=0" allow="autoplay"></iframe>',
      ],
    },
  },
})

function startsByItself(src: string | null): boolean {
  return /[?&](?:autoplay|auto_play|autostart)=(?:1|true)\b|vimeo\.com\/video\/[^#]*[?&]background=1\b/i.test(src ?? '')
}
