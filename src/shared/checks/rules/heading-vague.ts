import { rule } from '../rule.ts'

const vague =
  /^(?:(?:some |any )?(?:(?:more|further|other|additional|general|extra|useful|helpful|key|important|background) ){0,2}(?:information|info|details|bits|stuff|things)|other|miscellaneous|misc|general|more|read more|find out more|click here|heading(?: \d+)?|sub-?heading|section(?: \d+)?|part \d+|title|text|content|untitled|various|stuff|things|notes?|introduction|other things|(?:other )?(?:bits and (?:bobs|pieces)|odds and ends)|and more|read (?:this|me)(?: first)?|(?:please |important )?note|important|why|how|what|page \d+)[\s.:!?…]*$/i

/** A heading that tells nothing of what stands under it. WCAG 2.2 SC 2.4.6. */
export const headingVague = rule({
  id: 'heading-vague',
  severity: 'warning',
  wcag: ['2.4.6'],
  why: 'Read by themselves, in a list of headings or at a glance, these words do not tell what is there.',
  on: {
    text: ({ node, text, path }) =>
      node.type === 'heading' &&
      vague.test(text.trim()) && {
        message: `“${text.trim()}” does not tell what stands under it. Name it, as in “Help with the cost”.`,
        place: { path },
      },
  },
  examples: {
    fail: [
      '## Introduction\n\nAsk.',
      '## More information\n\nAsk.',
      '## Some useful stuff\n\nAsk.',
      '## Other\n\nAsk.',
      '## Please note\n\nThe gate is locked at six.',
      '## What?\n\nA club.',
      '## Further details:\n\nAsk.',
      '## Other useful information\n\nAsk.',
    ],
    pass: [
      '## More information about travel\n\nAsk.',
      '## Contact us\n\nAsk.',
      '## Introduction to sign language\n\nCome.',
      '## Overview\n\nAsk.',
      '## What to bring\n\nA towel.',
      '## Important dates\n\n5 May 2027.',
      '## Information, advice and support service\n\nAsk.',
      '## Other ways to apply\n\nAsk.',
    ],
  },
})
