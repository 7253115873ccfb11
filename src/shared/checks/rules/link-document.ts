import { rule } from '../rule.ts'

const document = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip)(?:[?#].*)?$/i

/** A link straight to a document that does not say so. WCAG 2.2 SC 2.4.4; the GOV.UK style guide asks for format and size. */
export const linkDocument = rule({
  id: 'link-document',
  severity: 'error',
  wcag: ['2.4.4'],
  source: 'GOV.UK content style: say the format and size of a document in the link',
  why: 'On a phone a document can cost data and open in another app, so people want to know before they tap.',
  on: {
    link: ({ text, href, path, start, end }) => {
      const format = document.exec(href)?.[1]?.toUpperCase()
      if (!format) return null
      const says = new RegExp(
        `\\b(?:${format}|${format.replace(/X$/, '')}|word|excel|powerpoint|document|spreadsheet)\\b`,
        'i',
      )
      const size = /\d\s?(?:bytes?|kb|mb|gb)\b/i
      if (says.test(text) && size.test(text)) return null
      const lacks = says.test(text) ? 'how big it is' : size.test(text) ? 'its format' : 'its format and size'
      return {
        message: `“${text.trim()}” leads to a document, and does not say ${lacks}.`,
        place: { path, start, end },
      }
    },
  },
  examples: {
    fail: [
      '[Travel policy](media/travel.pdf)',
      '[Form (PDF)](https://example.org/form.pdf)',
      '[Form, 2 MB](media/form.docx)',
    ],
    pass: [
      '[Travel policy (PDF, 240 kB)](media/travel.pdf)',
      '[Form (Word, 34 KB)](media/form.docx)',
      '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV)',
    ],
  },
})
