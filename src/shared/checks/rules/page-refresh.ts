import { rule } from '../rule.ts'

/** A web page that loads itself or another one after a while. WCAG 2.2 SC 2.2.1 and 3.2.5, failures F40 and F41. */
export const pageRefresh = rule({
  id: 'page-refresh',
  severity: 'error',
  wcag: ['2.2.1', '3.2.5'],
  why: 'Whoever reads slowly, or has the page read aloud, is taken away in the middle of it.',
  on: {
    markup: ({ whole }) => {
      // At once is how an old address leads to a new one: nobody had begun to read.
      const seconds = Number(/^\s*(\d+)/.exec(whole?.meta.get('refresh') ?? '')?.[1] ?? 0)
      return whole && seconds > 0 && seconds < longest
        ? { message: `After ${seconds} seconds this page is taken away by itself.`, place: whole.place }
        : null
    },
  },
  examples: {
    fail: [],
    pass: ['Ask us for help.'],
    html: {
      fail: [
        '<html lang="en"><head><meta http-equiv="refresh" content="15; url=/equipment"></head><body><p>Ask us.</p></body></html>',
        '<html lang="en"><head><meta http-equiv="Refresh" content="300"></head><body><p>Ask us.</p></body></html>',
      ],
      pass: [
        '<html lang="en"><head><meta http-equiv="refresh" content="0; url=/equipment"></head><body><p><a href="/equipment">Equipment</a></p></body></html>',
        '<html lang="en"><head><meta charset="utf-8"></head><body><p>Ask us.</p></body></html>',
      ],
    },
  },
})

/** WCAG lets a page that takes longer than twenty hours be. */
const longest = 20 * 60 * 60
