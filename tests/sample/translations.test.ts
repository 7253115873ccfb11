import { beforeAll, describe, expect, test } from 'vitest'
import { renderPage, type SiteInput, siteIndex } from '../../src/shared/site/index.ts'
import { sampleSite } from '../site/sample-site.ts'

/** One page of the sample that matters most to who reads no English, as those families meet it. */

const asking = '01JVKWAXM0EMWZPNRFZNY72CKT'
let site: SiteInput
beforeAll(async () => {
  const input = await sampleSite()
  site = { ...input, config: { ...input.config, publish: { url: 'https://example.org', targets: [] } } }
})

const translations = () => site.pages.filter(({ fields }) => fields.translationOf === asking)
const htmlOf = (id: string) => renderPage(site, id) ?? ''

describe('asking for an assessment', () => {
  test('is there in Polish and in Arabic, which is laid out from the right', () => {
    expect(
      translations()
        .map(({ fields }) => fields.language)
        .toSorted(),
    ).toEqual(['ar', 'pl'])
    for (const { fields } of translations()) {
      const side = fields.language === 'ar' ? ' dir="rtl"' : ''
      expect(htmlOf(fields.id)).toContain(
        `<h1 class="govuk-heading-xl" lang="${fields.language}"${side}>${fields.title}</h1>`,
      )
      expect(htmlOf(fields.id)).toContain(`<div class="content" lang="${fields.language}"${side}>`)
    }
  })

  test.each(['en-GB', 'pl', 'ar'])('leads from %s to the others, by the names that their readers know', language => {
    const page = translations().find(({ fields }) => fields.language === language)
    const html = htmlOf(page?.fields.id ?? asking)
    const others = { 'en-GB': 'English', pl: 'Polski', ar: 'العربية' }
    for (const [code, name] of Object.entries(others)) {
      expect(html).toContain(`<link rel="alternate" hreflang="${code}"`)
      expect(html.includes(`hreflang="${code}" lang="${code}"`) || html.includes(`>${name}</a>`), code).toBe(
        code !== language,
      )
    }
  })

  test('stands in its section once, as the page that everybody looks for', () => {
    const [education] = siteIndex(site).sections
    const listed = education?.pages.map(({ fields }) => fields.id) ?? []
    expect(listed).toContain(asking)
    for (const { fields } of translations()) expect(listed).not.toContain(fields.id)
  })
})
