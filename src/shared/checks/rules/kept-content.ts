import type { Inline } from '../../content/index.ts'
import { inlinesOf } from '../edit-text.ts'
import { withoutTags, wordsOfSource } from '../keep-words.ts'
import { type CheckFacts, type Finding, rule } from '../rule.ts'

/** Content that the editor cannot show, and that the site shows as plain text. */
export const keptContent = rule({
  id: 'kept-content',
  severity: 'warning',
  wcag: [],
  source: 'What an author cannot see, nobody can check',
  why: 'Nobody can see or check what this is; families would get its source.',
  on: {
    nodes: {
      kept: ({ attrs: { source } }, path, facts) => {
        if (!isInWorkspace(facts)) return null
        const message = 'A part of this page was kept as it was, because Signpost cannot show it.'
        const nodes = wordsOfSource(source)
        return {
          message,
          place: { path },
          ...(nodes ? { fix: { label: 'Keep only its words', edits: [{ path, nodes }] } } : {}),
        }
      },
    },
    text: (block, facts) =>
      inlinesOf(block.node).flatMap((inline, at, all): Finding[] => {
        if (inline.type !== 'keptInline' || !(isInWorkspace(facts) || closesNothing(all, at))) return []
        const message = 'Something in this line was kept as it was, because Signpost cannot show it.'
        const fix = withoutTags(block, at)
        return [{ message, place: { path: [...block.path, at] }, ...(fix ? { fix } : {}) }]
      }),
  },
  examples: {
    fail: ['<div class="old">Words</div>', 'Some <font color="red">red</font> words.'],
    pass: ['Some words.'],
  },
})

/** `</p>` and no `<p>` before it: left over from another page, whatever shows the file. */
function closesNothing(inlines: readonly Inline[], at: number): boolean {
  const inline = inlines[at]
  const [, tag] = (inline?.type === 'keptInline' && /^<\/([a-z][a-z\d]*)\s*>/i.exec(inline.attrs.source)) || []
  if (tag === undefined) return false
  const opens = new RegExp(`<${tag}(?![a-z\\d])`, 'i')
  return !inlines.slice(0, at).some(each => each.type === 'keptInline' && opens.test(each.attrs.source))
}

/** A file by itself may be shown by something else, which can. */
function isInWorkspace({ titles }: CheckFacts): boolean {
  return titles.size > 0
}
