import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { z } from 'zod'
import { lineAttribute, referenceAttribute } from '../../attributes.ts'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { leafDirective, readLeaf, unlessEmpty } from '../../directive.ts'
import { pictureToHtml } from '../../html/picture.ts'
import { linkToHtml } from '../../html/safe-link.ts'
import type { Video } from '../../model.ts'
import { type OwnWord, ownWordToHtml } from '../../own-words.ts'

const attrs = z.object({
  href: referenceAttribute,
  title: lineAttribute,
  poster: referenceAttribute,
  transcript: referenceAttribute,
})

export const video: BlockDefinition<Video> = {
  name: 'video',
  label: 'Video',
  spec: { group: 'block', atom: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    const read = readLeaf(node, 'video', ['href', 'title', 'poster', 'transcript'])
    return read && { type: 'video', attrs: attrs.parse(read) }
  },
  toMarkdown({ attrs: { href, title, poster, transcript } }) {
    return leafDirective('video', {
      href: unlessEmpty(href),
      title: unlessEmpty(title),
      poster: unlessEmpty(poster),
      transcript: unlessEmpty(transcript),
    })
  },
  /** A link, never an embed: nothing of another host runs on the site or learns who reads it. */
  toHtml({ attrs: { href, title, poster, transcript } }, ctx) {
    const name = `: ${title || 'Video'}`
    const said = (word: OwnWord): ElementContent[] => [
      ownWordToHtml(word, ctx.page.language),
      { type: 'text', value: name },
    ]
    return [
      h('div.video', [
        ...(poster ? pictureToHtml(poster, '', ctx) : []),
        h('p.govuk-body', linkToHtml(href, said('Watch'), ctx)),
        ...(transcript ? [h('p.govuk-body', linkToHtml(transcript, said('Read the words'), ctx))] : []),
      ]),
    ]
  },
  repair(raw) {
    return [{ type: 'video', attrs: attrs.parse(raw.attrs) }]
  },
  sample: [
    {
      type: 'video',
      attrs: {
        href: 'https://example.org/watch/plans',
        title: 'What is an EHC plan?',
        poster: 'media/hall.png',
        transcript: '',
      },
    },
  ],
}
