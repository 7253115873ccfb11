import type { Element } from 'hast'
import { isBlockElement } from '../../content/html/bare-html.ts'
import { said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { wordsOf } from '../markup/words.ts'
import { type Answer, type Finding, type LinkRun, rule, type TextBlock } from '../rule.ts'
import { fileOf } from '../words/file-of.ts'

const picture = /\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic)$/i
const media = /\.(?:mp3|m4a|wav|ogg|oga|aac|wma|mp4|m4v|mov|avi|wmv|webm|ogv|flv)$/i
/** What is a map or a poster on paper is a picture here, so that only these words say it. */
const saysPicture = /\b(?:jpe?g|png|gif|webp|image|picture|photo|photograph)\b/i
const saysWords =
  /\b(?:transcripts?|subtitles?|subtitled|captions?|captioned|in words|read the words|text version|bsl|signed|in writing|as text|written version|(?:lyrics|script) of|(?:also|or|to) read (?:it|what|the (?:interview|story|talk|words)|\p{L}+[’']s))\b/iu

/** A link straight to a picture, or to sound or film without its words. WCAG 2.2 SC 1.1.1 and 1.2.1. */
export const linkMedia = rule({
  id: 'link-media',
  severity: 'warning',
  wcag: ['1.1.1', '1.2.1'],
  why: 'A picture by itself has no words for those who cannot see it, and a recording none for those who cannot hear it.',
  on: {
    link: link => !isThumbnail(link) && ofPicture(link),
    pageOfDocument: ({ links, texts }) => links.flatMap(link => ofRecording(link, textAfter(link, texts, links)) || []),
    markupLink: link => !isThumbnail(link) && ofRecording(link, wordsAfter(link.seen)),
  },
  examples: {
    fail: [
      'See [where to park](https://example.org/parking.jpg).',
      'See the [map of car parks](https://example.org/parking.png).',
      'Hear [what parents say](https://example.org/parents.mp3).',
      'See [where to park](https://example.org/parking.jpg?width=900), and the [ramp](https://example.org/download.ashx?file=ramp.jpg).',
      'Watch [how to apply](https://example.org/apply.mp4).',
      '- [Ali’s day](https://example.org/a.mp3)\n- [Bo’s day](https://example.org/b.mp3) and [its transcript](https://example.org/b)',
    ],
    pass: [
      'See [photos of the hall](https://example.org/gallery?show=hall.jpg), and [our film](https://example.org/watch?v=club.mp4).',
      'See [where to park (picture, JPG, 200 KB)](https://example.org/parking.jpg).',
      'Hear [what parents say](https://example.org/parents.mp3), or read the transcript below.',
      '- [Hear what parents say](https://example.org/parents.mp3)\n- [Transcript of what parents say](https://example.org/words)',
      'Hear [Dina’s story](https://example.org/dina.mp3), or read Dina’s story on our page.',
      'Watch [how to apply, with subtitles](https://example.org/apply.mp4).',
      '[![A map of the car park](media/bus.png)](https://example.org/parking.jpg)',
    ],
    html: {
      fail: [
        '<ul><li><a href="a.mp3">Ali’s day</a></li><li><a href="b.mp3">Bo’s day</a> and <a href="b">its transcript</a></li></ul>',
      ],
      pass: ['<p><a href="a.mp3">Ali’s day (MP3, 2MB)</a></p><p><a href="a">Read the words</a></p>'],
    },
  },
})

/** A picture that leads to a larger one of itself has said what it shows. */
function isThumbnail({ start, end }: LinkRun): boolean {
  return start === end
}

function ofPicture({ text, href, place }: LinkRun): Answer {
  return (
    picture.test(fileOf(href)) &&
    !saysPicture.test(text) && {
      message: `“${text.trim()}” leads to a picture by itself. Show it in the page, with its words.`,
      place,
    }
  )
}

/** `after` is what stands right after the words of the recording: its transcript may. */
function ofRecording(link: LinkRun, after: string): Finding | false {
  const { text, href, block, place } = link
  return (
    !isThumbnail(link) &&
    media.test(fileOf(href)) &&
    !saysWords.test(block.text) &&
    !saysWords.test(after) && {
      message: `“${text.trim()}” leads to a recording, and nothing says where its words can be read.`,
      place,
    }
  )
}

function textAfter({ href, block }: LinkRun, texts: readonly TextBlock[], links: readonly LinkRun[]): string {
  if (!media.test(fileOf(href))) return ''
  const next = texts[texts.indexOf(block) + 1]
  // The words of the next recording are not those of this one.
  if (!next || links.some(other => other.block === next && media.test(fileOf(other.href)))) return ''
  return next.text
}

function wordsAfter({ element, around }: MarkupElement): string {
  if (!media.test(fileOf(said(element, 'href') ?? ''))) return ''
  let inner = element
  for (const outer of around) {
    const next = outer.children.slice(outer.children.indexOf(inner) + 1).find(child => child.type === 'element')
    if (next?.type === 'element' && isBlockElement(inner)) return leadsToMedia(next) ? '' : wordsOf(next)
    inner = outer
  }
  return ''
}

function leadsToMedia(element: Element): boolean {
  if (media.test(fileOf(said(element, 'href') ?? ''))) return true
  return element.children.some(child => child.type === 'element' && leadsToMedia(child))
}
