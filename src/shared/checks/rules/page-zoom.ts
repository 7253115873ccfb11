import { rule } from '../rule.ts'

/** A web page that keeps people from making it larger. WCAG 2.2 SC 1.4.4. */
export const pageZoom = rule({
  id: 'page-zoom',
  severity: 'error',
  wcag: ['1.4.4'],
  why: 'People with low vision pull a page apart with two fingers to read it, and here nothing happens.',
  on: {
    markup: ({ whole }) => {
      const viewport = whole?.meta.get('viewport') ?? ''
      const largest = Number(/maximum-scale\s*=\s*([\d.]+)/.exec(viewport)?.[1] ?? 2)
      const isHeld = /user-scalable\s*=\s*(?:no|0)\b/.test(viewport) || largest < 2
      return whole && isHeld ? { message: 'Nobody can make this page larger on a phone.', place: whole.place } : null
    },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html lang="en"><head><meta name="viewport" content="width=device-width, user-scalable=no"></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><meta name="viewport" content="width=device-width, maximum-scale=1.0"></head><body><p>Ask us.</p></body></html>',
      ],
      pass: [
        '<html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1"></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><meta name="viewport" content="width=device-width, maximum-scale=5, user-scalable=yes"></head><body><p>Ask us.</p></body></html>',
      ],
    },
  },
})
