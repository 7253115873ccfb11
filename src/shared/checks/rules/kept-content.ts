import { type CheckFacts, rule } from '../rule.ts'

/** Content that the editor cannot show, and that the site shows as plain text. */
export const keptContent = rule({
  id: 'kept-content',
  severity: 'warning',
  wcag: [],
  source: 'What an author cannot see, nobody can check',
  why: 'Nobody can see or check what this is; families would get its source.',
  on: {
    nodes: {
      kept: (_, path, facts) =>
        isInWorkspace(facts) && {
          message: 'A part of this page was kept as it was, because Signpost cannot show it.',
          place: { path },
        },
      keptInline: (_, path, facts) =>
        isInWorkspace(facts) && {
          message: 'Something in this line was kept as it was, because Signpost cannot show it.',
          place: { path },
        },
    },
  },
  examples: {
    fail: ['<div class="old">Words</div>', 'Some <font color="red">red</font> words.'],
    pass: ['Some words.'],
  },
})

/** A file by itself may be shown by something else, which can. */
function isInWorkspace({ titles }: CheckFacts): boolean {
  return titles.size > 0
}
