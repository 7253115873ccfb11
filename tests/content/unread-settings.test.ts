import { expect, test } from 'vitest'
import { parseSiteConfig, unreadSettings, writeSiteConfig } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'

const settings = `# The Local Offer of Southend
signpost: 1
name: Southend Local Offer
council: Southend-on-Sea City Council
colour: blue
`
const of = (text: string) => unreadSettings(text).map(({ path, line, under }) => `${line} ${path}: ${under}`)

test.each([
  [
    'a list with one thing that is not as it should be',
    'site:\n  tasks:\n    - says: Moving here\n      to: page:a\n    - says: No way\n',
    '8 site.tasks: What families say',
  ],
  ['more than there may be', `site:\n  urgent: [${'{ to: page:a }, '.repeat(11)}]\n`, '7 site.urgent: Urgent help'],
  ['a word where a list belongs', 'words: Southend\n', '6 words: Our words'],
  [
    'a name that nobody knows, in one of a list',
    'site:\n  tasks:\n    - { says: Moving, to: page:a, for: [everybody] }\n',
    '8 site.tasks.0.for: What families say',
  ],
  [
    'words where a number belongs',
    'review:\n  late: { weeks: twelve }\n',
    '7 review.late.weeks: When pages are checked',
  ],
  ['all of the site as one word', 'site: blue\n', '6 site: The look of the site'],
  ['a language that is none', 'language: [English]\n', '6 language: The Local Offer'],
])('%s is told, with its line and where it would be written', (_, more, told) => {
  expect(of(settings + more)).toEqual([told])
})

test.each([
  ['nothing more', ''],
  ['what may be left out', 'review: { late: { weeks: 12 } }\nsections:\n  - { slug: health, title: Health }\n'],
  ['empty lists and nothing at all', 'words: []\nsite:\n  tasks:\n  urgent: []\n'],
  ['names that Signpost does not know', 'site: { border: wide, colour: "#0a5760" }\nours: [1, two]\n'],
])('%s is no trouble', (_, more) => {
  expect(of(settings + more)).toEqual([])
})

test('each is a sentence and a next step, and the file keeps what it says', () => {
  const text = `${settings}site:\n  search: statements\n`
  const [told] = unreadSettings(text)
  expect(told?.sentence).toBe(
    'What line 7 of “signpost.yml” says for “site.search” cannot be read, so it counts for nothing. It was left as it is.',
  )
  expect(told?.nextStep).toContain('“Search words” in Settings')
  const config = parseSiteConfig(text)
  if (isRefusal(config)) throw new Error(config.sentence)
  expect(writeSiteConfig(text, { ...config, name: 'Our Offer' })).toContain('search: statements')
})

test('a file that is refused as a whole tells nothing of its parts', () => {
  expect(of('signpost: 2\nwords: Southend\n')).toEqual([])
  expect(of('signpost: 1\nname: a: b\n')).toEqual([])
})
