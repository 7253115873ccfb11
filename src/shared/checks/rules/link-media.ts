import { type Answer, type LinkRun, rule } from '../rule.ts'
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
    link: link => !isThumbnail(link) && judge(link),
  },
  examples: {
    fail: [
      'See [where to park](https://example.org/parking.jpg).',
      'See the [map of car parks](https://example.org/parking.png).',
      'Hear [what parents say](https://example.org/parents.mp3).',
      'See [where to park](https://example.org/parking.jpg?width=900), and the [ramp](https://example.org/download.ashx?file=ramp.jpg).',
      'Watch [how to apply](https://example.org/apply.mp4).',
    ],
    pass: [
      'See [photos of the hall](https://example.org/gallery?show=hall.jpg), and [our film](https://example.org/watch?v=club.mp4).',
      'See [where to park (picture, JPG, 200 KB)](https://example.org/parking.jpg).',
      'Hear [what parents say](https://example.org/parents.mp3), or read the transcript below.',
      'Hear [Dina’s story](https://example.org/dina.mp3), or read Dina’s story on our page.',
      'Watch [how to apply, with subtitles](https://example.org/apply.mp4).',
      '[![A map of the car park](media/bus.png)](https://example.org/parking.jpg)',
    ],
  },
})

/** A picture that leads to a larger one of itself has said what it shows. */
function isThumbnail({ start, end }: LinkRun): boolean {
  return start === end
}

function judge({ text, href, block, place }: LinkRun): Answer {
  const file = fileOf(href)
  if (picture.test(file) && !saysPicture.test(text)) {
    return { message: `“${text.trim()}” leads to a picture by itself. Show it in the page, with its words.`, place }
  }
  return (
    media.test(file) &&
    !saysWords.test(block.text) && {
      message: `“${text.trim()}” leads to a recording, and nothing says where its words can be read.`,
      place,
    }
  )
}
