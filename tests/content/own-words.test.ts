import { expect, test } from 'vitest'
import { parseBody, renderHtml } from '../../src/shared/content/index.ts'
import { ownWord } from '../../src/shared/content/own-words.ts'
import { plainContext } from './plain-context.ts'

const body = [
  ':::contact{name="Gull team" telephone="01632 960001" hours="9:00"}',
  ':::',
  '',
  ':::callout{kind=warning}',
  'Uwaga.',
  ':::',
  '',
  '::video{href="https://example.org/film" title="Film" transcript="media/film.docx"}',
].join('\n')

const shown = (language: string) => renderHtml(parseBody(body).doc, { ...plainContext, language })

test('what a block says of its own accord is in the language of the page', () => {
  for (const words of [
    '<dt>Telefon</dt>',
    '<dt>Godziny otwarcia</dt>',
    '<strong>Ostrzeżenie</strong>',
    '>Obejrzyj: Film<',
  ])
    expect(shown('pl')).toContain(words)
  expect(shown('pl-PL')).toBe(shown('pl'))
  expect(shown('pl')).not.toMatch(/Telephone|Opening|Warning|Watch|Read|lang=/)
})

test('where a language lacks it, it is English and says so, and a page of the site’s own language needs neither', () => {
  expect(shown('sn')).toContain('<dt><span lang="en" dir="ltr">Telephone</span></dt>')
  expect(shown('sn')).toContain('><span lang="en" dir="ltr">Watch</span>: Film<')
  for (const own of ['', 'en', 'en-GB']) expect(shown(own)).toContain('<dt>Telephone</dt>')
  expect(shown('')).not.toContain('lang=')
})

test.each(['ar', 'bn', 'lt', 'pl', 'pt', 'ro', 'tr', 'uk', 'ur'])(
  '%s has every word, and no two of a card alike',
  language => {
    const card = ['Telephone', 'Textphone', 'Email', 'Website', 'Opening hours', 'Address'] as const
    const words = card.map(word => ownWord(word, language))
    expect(words.every(({ own }) => own)).toBe(true)
    expect(new Set(words.map(({ words: said }) => said)).size).toBe(card.length)
    expect(ownWord('On this page', language).words).toMatch(/^\S.*\S$/)
    expect(ownWord('On this page', language).words).not.toBe('On this page')
  },
)
