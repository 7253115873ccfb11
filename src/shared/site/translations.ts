import type { Page } from '../content/index.ts'
import { addressOf } from './addresses.ts'
import type { Translation } from './frame.ts'
import { compareText, type SiteIndex } from './site-index.ts'

/** The page itself and what says the same in other languages, the site's own language first; empty where it stands alone. */
export function translationsOf(site: SiteIndex, page: Page): (Translation & { page: Page })[] {
  const original = site.originalOf(page) ?? page
  const others = site.translations.get(original.fields.id) ?? []
  if (others.length === 0) return []
  return [original, ...others.toSorted((one, other) => compareText(languageOf(one), languageOf(other)))].map(one => ({
    page: one,
    language: languageOf(one) || site.input.config.language,
    address: addressOf(one),
  }))
}

function languageOf({ fields }: Page): string {
  return fields.language
}
