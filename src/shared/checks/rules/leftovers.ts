import { type Finding, rule } from '../rule.ts'

const left =
  /\[(?:insert|add|say|name|your|tbc|link|date|describe|explain|list|give|put|who|what|when|where|how)\b[^\]]{0,200}\]|\blorem ipsum\b|\bT\.?B\.?[CAD]\b|\bx{3,}\b|\?{3,}|<<<<<<<|>>>>>>>|&(?:amp|nbsp|quot|lt|gt|#\d+);/gi

/** What was meant to be replaced before anybody saw it: prompts of a template, “TBC”, signs of a broken copy. */
export const leftovers = rule({
  id: 'leftovers',
  severity: 'error',
  wcag: [],
  source: 'Nothing unfinished is published',
  why: 'A family that finds a note to the author stops trusting the page.',
  on: {
    text: ({ text, path }) =>
      [...text.matchAll(left)].map(
        (match): Finding => ({
          message: `“${match[0].slice(0, 60)}” is left over and still has to be written.`,
          place: { path, start: match.index, end: match.index + match[0].length },
        }),
      ),
  },
  examples: {
    fail: ['\\[Say who this page is for\\]', 'The fee is TBC.', 'Lorem ipsum dolor sit amet.', 'Fish &amp;amp; chips'],
    pass: ['The judge said “[the child] needs help”.', 'Is it free? Yes.', 'The TBS group meets on Monday.'],
  },
})
