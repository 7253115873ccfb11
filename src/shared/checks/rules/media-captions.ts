import { said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { within, wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

const inWords =
  /\b(?:transcripts?|read the words|in words|text version|what (?:is|was) said|(?:the )?(?:words|lyrics) (?:of|to|are)\b|(?:read|see) (?:the |its |their )?(?:full )?(?:lyrics|script|text)|read (?:the (?:story|interview|talk|poem|song|recording|podcast|programme|message)|it) (?:here|instead)|(?:announcement|audio|clip|message|podcast|recording|song|speaker|story|track|voice) says|what you (?:can |will )?hear\b(?=:)|(?:full|its|same|the) (?:text|words) (?:are|below|follows?|is|underneath)|word for word|written (?:down|out|version))\b/i
const silent = /\b(?:no (?:sound|speech|words|dialogue|audio)|silent|without sound)\b/i
const captioned = /\b(?:subtitles?|subtitled|captions?|captioned)\b/i

/** A video without captions, or a recording without its words. WCAG 2.2 SC 1.2.1 and 1.2.2. */
export const mediaCaptions = rule({
  id: 'media-captions',
  severity: 'warning',
  wcag: ['1.2.1', '1.2.2'],
  why: 'Deaf people, and anybody without headphones on a bus, get nothing from what is only said.',
  on: {
    nodes: {
      video: ({ attrs }, path) =>
        attrs.transcript === '' && {
          message: 'This video has no page with its words.',
          place: { path },
        },
    },
    elements: {
      video: seen => {
        const tracks = within(seen.element, 'track')
          .filter(track => said(track, 'src')?.trim())
          .map(track => (said(track, 'kind') ?? 'subtitles').toLowerCase())
        const hasWords = tracks.includes('captions') || tracks.includes('subtitles')
        const near = wordsNear(seen)
        // Words to read elsewhere are for who cannot see it; who cannot hear it needs them as it is watched (1.2.2).
        const isTold = silent.test(near) || captioned.test(near)
        return !hasWords && !isTold && { message: 'This video has no captions.', place: seen.place }
      },
      audio: seen =>
        !inWords.test(wordsNear(seen)) && {
          message: 'Nothing says where the words of this recording can be read.',
          place: seen.place,
        },
    },
  },
  examples: {
    fail: [
      'One.\n\n<video src="a.mp4" controls></video>',
      '::video{href="https://example.org/a" title="What is a plan?"}',
    ],
    pass: [
      '::video{href="https://example.org/a" title="What is a plan?" transcript="page:01ARZ3NDEKTSV4RRFFQ69G5FAV"}',
    ],
    html: {
      fail: [
        '<video controls><source src="a.mp4"><track kind="chapters" src="a.vtt"></video>',
        '<video controls src="a.mp4"><track kind="captions" src=""></video>',
        '<video controls src="a.mp4"></video><p><a href="/a">Read the transcript</a></p>',
        '<p>Parents speak.</p><audio controls src="a.mp3"></audio>',
      ],
      pass: [
        '<video controls><source src="a.mp4"><track kind="captions" src="a.vtt" srclang="en"></video>',
        '<audio controls src="a.mp3"></audio><p><a href="/a">Read the transcript</a></p>',
        '<audio controls src="a.mp3"></audio><p><a href="/poem">Read the poem instead</a></p>',
        '<p><audio controls src="a.mp3"></audio></p><p><a href="/play">Read the full script of the play</a></p>',
        '<p><audio controls src="a.mp3"></audio></p><p>Words of the song: the wheels on the bus go round.</p>',
        '<audio controls src="a.mp3"></audio><h3>What the recording says</h3><p>“Stand back.”</p>',
        '<p>This video has no sound.</p><video controls src="a.mp4"></video>',
      ],
    },
  },
})

/** The words of what it stands in: of a whole page, only those of the things beside it. */
function wordsNear({ element, around }: MarkupElement): string {
  const [parent, outer] = around
  const inner = parent && /^(?:p|figure|div)$/.test(parent.tagName) && outer ? parent : element
  const siblings = (inner === element ? parent : outer)?.children.filter(child => child.type === 'element') ?? []
  const at = siblings.indexOf(inner)
  return siblings
    .slice(Math.max(0, at - 1), at + 3)
    .map(wordsOf)
    .join(' ')
}
