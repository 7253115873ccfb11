import { sizeInWords } from '../../content/index.ts'
import { rewording } from '../edit-text.ts'
import { type CheckFacts, type Fix, type LinkRun, rule } from '../rule.ts'
import { fileOf } from '../words/file-of.ts'

const document = /\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip)$/i
const size = /\d\s?(?:bytes?|kilobytes?|megabytes?|kb|mb|gb)\b/i
const formats: Readonly<Record<string, string>> = { DOC: 'Word', XLS: 'Excel', PPT: 'PowerPoint', ODT: 'ODT' }

/** A link straight to a document that does not say so. WCAG 2.2 SC 2.4.4; the GOV.UK style guide asks for format and size. */
export const linkDocument = rule({
  id: 'link-document',
  severity: 'warning',
  wcag: ['2.4.4'],
  source: 'GOV.UK content style: say the format and size of a document in the link',
  why: 'On a phone a document can cost data and open in another app, so people want to know before they tap.',
  on: {
    link: (link, facts) => {
      const { text, href, block, end, place } = link
      const format = document.exec(fileOf(href))?.[1]?.toUpperCase()
      if (!format) return null
      // What stands in brackets right behind the link is read with it.
      const said =
        text + (/^ ?\([^)]{1,40}\)|^[ ,:–-]{1,3}[^.;\n]{0,30}\d ?[kmg]b\b/i.exec(block.text.slice(end))?.[0] ?? '')
      const saysFormat = new RegExp(
        `\\b(?:${format}|${format.replace(/X$/, '')}|word|excel|powerpoint|opendocument|document|spreadsheet)\\b`,
        'i',
      ).test(said)
      const saysSize = size.test(said)
      const other = otherFormat(said, format)
      if (other !== null) {
        return { message: `“${text.trim()}” leads to a ${format} document, and says “${other}”.`, place }
      }
      const wrong = saysSize ? wrongSize(said, href, facts) : null
      if (wrong !== null)
        return { message: `“${text.trim()}” leads to a document of ${wrong}, and says another size.`, place }
      if (saysFormat && saysSize) return null
      const lacks = saysFormat ? 'how big it is' : saysSize ? 'its format' : 'its format and size'
      const fix = said === text ? fixOf(link, format, { saysFormat, saysSize }, facts) : null
      return {
        message: `“${text.trim()}” leads to a document, and does not say ${lacks}.`,
        place,
        ...(fix ? { fix } : {}),
      }
    },
  },
  examples: {
    fail: [
      '[Travel policy](media/travel.pdf)',
      '[Form (PDF)](https://example.org/form.pdf)',
      '[Form, 2 MB](media/form.docx)',
      '[Travel policy (Word, 240 KB)](media/travel.pdf)',
      '[Travel policy (PDF, 24 MB)](media/travel.pdf)',
      '[Form](https://example.org/form.pdf?v=2) and [policy](https://example.org/download?file=policy.pdf)',
    ],
    pass: [
      '[Year 7 brochure (PDF, 240 KB)](media/travel.pdf)',
      '[What people asked about the travel policy](https://example.org/questions?about=travel-policy.pdf)',
      '[Travel policy (PDF, 240 kB)](media/travel.pdf)',
      '[Form (Word, 34 KB)](media/form.docx)',
      '[Form (OpenDocument, 34 KB)](media/form.odt)',
      '[Travel policy](media/travel.pdf) (PDF, 240 kilobytes)',
      '[Form (Word, 0.03MB)](media/form.docx) and [fees (Excel)](https://example.org/fees.xlsx) (22KB)',
      '[How to use Word (PDF, 40 KB)](https://example.org/word.pdf)',
      '[Travel](page:01ARZ3NDEKTSV4RRFFQ69G5FAV)',
    ],
  },
})

/** What it says to be, in brackets or at its end, and is not: “Form (Word)” of a PDF. */
function otherFormat(said: string, format: string): string | null {
  const [, named] =
    /[(,] ?(pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|word|excel|powerpoint)\b[^()]*\)?$/i.exec(said) ?? []
  if (named === undefined) return null
  const kind = programs[named.toLowerCase()] ?? named.slice(0, 3).toUpperCase()
  return kind === format.slice(0, 3) ? null : named
}

const programs: Readonly<Record<string, string>> = { word: 'DOC', excel: 'XLS', powerpoint: 'PPT' }

/** The last one: what a document is about may be counted as well, “Year 7 brochure (PDF, 240 KB)”. */
const sizeSaid = /(\d[\d.,]*)\s?([bkmg])(?:i?b|ytes?|ilobytes?|egabytes?|igabytes?)?\b/gi
const units: Readonly<Record<string, number>> = { b: 1, k: 1_000, m: 1_000_000, g: 1_000_000_000 }
/** A size that was rounded is not wrong; a file that was replaced by one twice as big is. */
const farOff = 2

/** The true size of a file of the workspace where the words say one that is far from it. */
function wrongSize(said: string, href: string, { media }: CheckFacts): string | null {
  const bytes = media.get(/^media\/([^?#]+)/.exec(href)?.[1] ?? '')
  const [, number = '', unit = ''] = [...said.matchAll(sizeSaid)].at(-1) ?? []
  const size = Number(number.replace(/,(?=\d{3})/g, '').replace(',', '.')) * (units[unit.toLowerCase()] ?? Number.NaN)
  if (bytes === undefined || !(size > 0)) return null
  return Math.max(bytes, size) / Math.max(Math.min(bytes, size), 1) > farOff ? sizeInWords(bytes) : null
}

/** For a file of the workspace, whose size is known: what is lacking, in the brackets that are there or in new ones. */
function fixOf(
  { text, href, block, end }: LinkRun,
  format: string,
  { saysFormat, saysSize }: { saysFormat: boolean; saysSize: boolean },
  { media }: CheckFacts,
): Fix | null {
  const bytes = media.get(/^media\/([^?#]+)/.exec(href)?.[1] ?? '')
  const last = text.at(-1)
  if (bytes === undefined || last === undefined || /\s/.test(last)) return null
  const name = formats[format.replace(/X$/, '')] ?? format
  const facts = [...(saysFormat ? [] : [name]), ...(saysSize ? [] : [sizeInWords(bytes)])].join(', ')
  const words = last === ')' ? `, ${facts})` : `${last} (${facts})`
  return rewording(`Say “${facts}”`, block, end - 1, end, words)
}
