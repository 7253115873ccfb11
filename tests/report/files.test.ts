import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { colord } from 'colord'
import { HtmlValidate } from 'html-validate'
import JSZip from 'jszip'
import { describe, expect, onTestFinished, test } from 'vitest'
import { reportFile } from '../../src/main/report/index.ts'
import { alternativeOf, chartSvg, inkOn, onPaper, type Report } from '../../src/shared/report/index.ts'
import { payloads } from '../security/payloads.ts'
import { programNamed } from '../set-up/install.ts'
import { fromHtml } from '../site/read-html.ts'
import { aReport } from './a-report.ts'
import { wordTroubles } from './word-trouble.ts'

const text = async (report: Report, format: 'html' | 'csv') =>
  new TextDecoder().decode(await reportFile(report, format))
const chartOf = (report: Report) => {
  const part = report.sections.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'chart')
  if (part?.kind !== 'chart') throw new Error('there is no chart')
  return part.chart
}

describe('a report as a Word document', () => {
  test('has nothing that a person with a screen reader would stumble over', async () => {
    expect(await wordTroubles(await reportFile(aReport(), 'docx'))).toEqual([])
    expect(await wordTroubles(await reportFile(aReport('', 'A & B <c> “d”'), 'docx'))).toEqual([])
  })

  test.each([
    ['docProps/core.xml', /<dc:title>[^<]*</, '<dc:title><', 'The document has no title.'],
    ['word/styles.xml', /w:val="en-GB"/, 'w:val="en-US"', 'The document’s language is “en-US”.'],
    ['word/document.xml', /"Heading1"/g, '"Heading3"', 'leaves a level out'],
    ['word/document.xml', /<w:tblHeader\/>/, '', 'Table 1 has no header row.'],
    ['word/document.xml', / descr="[^"]*"/, '', 'Picture 1 has no alternative text.'],
    ['word/document.xml', /<w:t[^>]*>That is all\.<\/w:t>/, '', 'A paragraph is empty.'],
  ])('is looked at by something that finds what is wrong in %s (%s)', async (part, find, put, trouble) => {
    const zip = await JSZip.loadAsync(await reportFile(aReport(), 'docx'))
    const xml = (await zip.file(part)?.async('string')) ?? ''
    expect(xml).toMatch(find)
    zip.file(part, xml.replace(find, put))
    const troubles = await wordTroubles(await zip.generateAsync({ type: 'uint8array' }))
    expect(troubles.join(' ')).toContain(trouble)
  })

  test('has each chart with its numbers in words, and again in the table below it', async () => {
    const zip = await JSZip.loadAsync(await reportFile(aReport(), 'docx'))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    expect(xml).toContain('Travel to school: 12 in time, 1 late; Health: 4 in time, 0 late.')
    expect(xml).toContain('The numbers: travel to school')
    expect(xml).not.toContain('Nothing here')
  })

  test('is on its side where rows of several cells would be towers of short lines, and upright everywhere else', async () => {
    const said =
      'Says in plain words who can ask for an assessment, how to ask for one, and what happens week by week. '
    const table = {
      caption: 'Strand',
      columns: ['What is asked', 'Judgement', 'Comment', 'Pages', 'Who', 'What is next'],
      rows: [[said, 'Limited', said, said, 'Priya Nair', said]],
    }
    const report = aReport()
    const last = { id: 'next', title: 'What is next', own: 'We go on.', parts: [] }
    const wide = { id: 'wide', title: 'Each', own: '', parts: [{ kind: 'table' as const, table }] }
    const bytes = await reportFile({ ...report, sections: [...report.sections, wide, last] }, 'docx')
    const zip = await JSZip.loadAsync(bytes)
    const body = strictly((await zip.file('word/document.xml')?.async('string')) ?? '')
    const papers = Array.from(body.getElementsByTagName('w:pgSz'))
    expect(papers.map(each => ['w:w', 'w:h', 'w:orient'].map(name => each.getAttribute(name)))).toEqual([
      ['11906', '16838', 'portrait'],
      ['16838', '11906', 'landscape'],
      ['11906', '16838', 'portrait'],
    ])
    const widths = Array.from(body.getElementsByTagName('w:tblW'), each => Number(each.getAttribute('w:w')))
    expect([widths[0], widths.at(-1)]).toEqual([11_906 - 2 * 1134, 16_838 - 2 * 1134])
    expect(await wordTroubles(bytes)).toEqual([])
  })

  test.each([
    ['control characters', 'a\u0000b\u0007c\u000bd\u001fe', 'a\ufffdb c d e'],
    ['what Unicode keeps for itself', 'a\ufffeb\uffffc', 'a\ufffdb\ufffdc'],
    ['half a character', 'Thank you \ud83d', 'Thank you \ufffd'],
    // As the reader of this test reads them: in XML 1.1 the first of them ends a line.
    ['separators of lines', 'a\u2028b\u2029c\u0085d', 'a\nb\u2029c d'],
    ['the end of a section of characters', 'a ]]> <![CDATA[ b', 'a ]]> <![CDATA[ b'],
    ['markup of its own', '</w:t><w:br/>&amp;&#0;"\'', '</w:t><w:br/>&amp;&#0;"\''],
    [
      'an entity',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
    ],
  ])('is whole, whatever a comment of a family brings along: %s', async (_, typed, shown) => {
    const bytes = await reportFile(aReport(typed, typed), 'docx')
    const parts = await xmlOf(bytes)
    expect(parts.length).toBeGreaterThan(10)
    for (const { name, xml } of parts) {
      expect(notXml.exec(xml), name).toBeNull()
      expect(() => strictly(xml), name).not.toThrow()
    }
    const document = strictly(parts.find(({ name }) => name === 'word/document.xml')?.xml ?? '')
    expect(document.documentElement.textContent).toContain(`A sentence about ${shown}.`)
    expect(await wordTroubles(bytes)).toEqual([])
  })

  const soffice = programNamed('soffice')
  test.skipIf(soffice === null)(
    'opens in LibreOffice and becomes a PDF with its words, its title and its charts',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'signpost-report-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      await writeFile(join(folder, 'report.docx'), await reportFile(aReport(), 'docx'))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')],
        { stdio: 'pipe' },
      )
      const pdf = (await readFile(join(folder, 'report.pdf'))).toString('latin1')
      expect(pdf.startsWith('%PDF-')).toBe(true)
      if (programNamed('pdftotext') === null) return
      const words = execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' })
      for (const part of ['Local Offer: Travel to school', 'In short', 'Another', 'How many', 'In time'])
        expect(words).toContain(part)
      const about = execFileSync('pdfinfo', [join(folder, 'report.pdf')], { encoding: 'utf8' })
      expect(about).toMatch(/^Title: +Local Offer: Travel to school$/m)
    },
    180_000,
  )
  test.runIf(soffice === null)('is not opened in LibreOffice here, because this computer has none', () => {
    console.info('LibreOffice is not installed here, so no report was turned into a PDF.')
    expect(soffice).toBeNull()
  })
})

/** XML 1.0, 2.2: every other character makes a document that Word does not open. */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

function strictly(xml: string): Document {
  const errorHandler = (_: string, trouble: string) => {
    throw new Error(trouble)
  }
  return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml')
}

/** Every part of a document, and of the tables of numbers that its charts carry. */
async function xmlOf(bytes: Uint8Array): Promise<{ name: string; xml: string }[]> {
  const files = Object.values((await JSZip.loadAsync(bytes)).files)
  const found = files.map(async file => {
    if (/\.(xml|rels)$/.test(file.name)) return [{ name: file.name, xml: await file.async('string') }]
    return file.name.endsWith('.xlsx') ? xmlOf(await file.async('uint8array')) : []
  })
  return (await Promise.all(found)).flat()
}

describe('a report as a web page', () => {
  test('is one that a validator finds nothing wrong with, in British English, with a title', async () => {
    const html = await text(aReport(), 'html')
    const { results } = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'long-title': 'off', 'require-sri': 'off' },
    }).validateString(html)
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    )
    expect(html).toContain('<html lang="en-GB">')
    expect(fromHtml(html).find(({ name }) => name === 'title')?.text).toBe('Local Offer: Travel to school')
  })

  test('has headings in their order, header cells, and alternative text', async () => {
    const elements = fromHtml(await text(aReport(), 'html'))
    expect(elements.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => name)).toEqual(['h1', 'h2', 'h2'])
    const [image] = elements.filter(({ name }) => name === 'img')
    expect(image?.attributes.alt).toBe(alternativeOf(chartOf(aReport())))
    expect(elements.filter(({ name, attributes }) => name === 'th' && attributes.scope === undefined)).toEqual([])
  })

  test('makes only words of whatever was typed', async () => {
    for (const payload of payloads()) {
      const elements = fromHtml(await text(aReport(payload, payload), 'html'))
      const names = new Set(elements.map(({ name }) => name))
      for (const name of ['script', 'iframe', 'object', 'form', 'input', 'a', 'svg'])
        expect(names.has(name)).toBe(false)
      const attributes = elements.flatMap(element => Object.keys(element.attributes))
      expect(attributes.filter(name => /^on|^style$|^href$/.test(name))).toEqual([])
    }
  })
})

describe('a report as a table', () => {
  test('has a line for each cell, under the same five headings', async () => {
    const lines = (await text(aReport('Words.'), 'csv')).replace('\ufeff', '').trim().split('\r\n')
    expect(lines.slice(0, 3)).toEqual([
      'Section,Table,Row,Column,Value',
      'In short,Our words,,,Words.',
      'Travel to school,,,,A sentence about Travel to school.',
    ])
    expect(lines).toContain('Travel to school,In numbers,Travel to school,How many,3')
    expect(lines).toContain('Travel to school,Travel to school,Health,Late,0')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("https://example.org")'])(
    'runs nothing in a spreadsheet: %j',
    async words => {
      const csv = await text(aReport(words, words), 'csv')
      const cells = csv.replace('\ufeff', '').split(/,|\r\n/)
      expect(cells.filter(cell => /^"?[=+\-@\t]/.test(cell))).toEqual([])
      expect(csv).toContain(`'${words.trim().slice(0, 2)}`)
    },
  )
})

describe('a chart', () => {
  test('says every number beside its bar, whatever its colour, and is as high as it needs', () => {
    const { svg, height } = chartSvg(chartOf(aReport()))
    const said = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words)
    expect(said).toEqual(['In time', 'Late', 'Travel to school', '12', '1', 'Health', '4', '0'])
    const lowest = Math.max(...[...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)))
    expect(lowest).toBeLessThan(height)
    // Nothing is drawn for nothing.
    expect(svg.match(/<rect /g)).toHaveLength(2 + 3)
  })

  test('has colours that differ from the paper and from the one beside them, and numbers that can be read on them', () => {
    const { series, ink } = onPaper
    for (const [at, colour] of series.entries()) {
      const beside = ['#ffffff', series[at - 1], series[at + 1]].flatMap(each => each ?? [])
      // WCAG 2.2 SC 1.4.11 and 1.4.3.
      for (const other of beside) expect(colord(colour).contrast(other), `${colour} ${other}`).toBeGreaterThanOrEqual(3)
      expect(colord(colour).contrast(inkOn(colour)), colour).toBeGreaterThanOrEqual(4.5)
    }
    expect(inkOn(ink)).toBe('#ffffff')
  })
})
