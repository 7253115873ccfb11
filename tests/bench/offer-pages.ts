import { writeRecord } from '../../src/shared/content/index.ts'
import { type Prose, proseFrom } from './prose.ts'

/** One file of a Local Offer, as it lies in the workspace. */
export interface OfferFile {
  path: string
  id: string
  title: string
  text: string
}

export const sections = ['education', 'health', 'social-care', 'preparing-for-adulthood'] as const
const owners = ['priya@example.org', 'sam@example.org']

/** A ULID of its own for everything, from its number. */
export function idOf(letter: 'A' | 'B' | 'C' | 'D', number: number): string {
  return `01J${letter}${String(number).padStart(22, '0')}`
}

export const pageId = (number: number): string => idOf('A', number)
export const serviceId = (number: number): string => idOf('B', number)

/** About 600 words under five headings, with what such pages have: lists, steps, a table, contacts, and links by id. */
export function offerPage(number: number, count: number): OfferFile {
  const prose = proseFrom(number + 1)
  const section = sections[number % sections.length] ?? 'education'
  const id = pageId(number)
  const title = `${prose.phrase()} (${number + 1})`
  const fields = {
    id,
    title,
    summary: prose.sentence().replaceAll('*', ''),
    audience: ['parents', 'young-people'],
    checklist: [`SE7-EH-0${1 + prose.number(3)}`],
    owner: prose.pick(owners),
    review: { every: '12 months', last: '2026-02-16', due: `2027-0${1 + prose.number(9)}-16` },
    related: [pageId(prose.number(count)), pageId(prose.number(count))],
  }
  const body = [
    prose.paragraph(4),
    ...parts.map(part => `## ${prose.phrase()}\n\n${prose.paragraph(4)}\n\n${part(prose, count)}`),
  ]
  return { path: `pages/${section}/page-${number + 1}.md`, id, title, text: fileOf(fields, body.join('\n\n')) }
}

/** One long page of `words` words or a few more. */
export function longPage(number: number, words: number): OfferFile {
  const page = offerPage(number, number + 1)
  let text = page.text
  for (let more = 1; text.split(/\s+/).length < words; more++) {
    const next = offerPage(number + more, number + 1)
    text += `\n${next.text.slice(next.text.indexOf('---\n', 4) + 5)}`
  }
  return { ...page, text }
}

export function offerService(number: number): OfferFile {
  const prose = proseFrom(100_000 + number)
  const id = serviceId(number)
  const title = `${prose.pick(['Able', 'Bright', 'Open', 'Seaside'])} club ${number + 1}`
  const fields = {
    id,
    title,
    summary: prose.sentence().replaceAll('*', ''),
    organization: `${title} Southend`,
    owner: prose.pick(owners),
    review: { every: '12 months', last: '2026-07-13', due: '2027-07-13' },
    url: `https://example.org/club-${number + 1}`,
    telephone: `01632 960${String(number % 1000).padStart(3, '0')}`,
    postcode: 'SS2',
    minimum_age: prose.number(12),
    maximum_age: 25,
    needs: ['learning disability', 'any need'],
    areas: [prose.pick(['Leigh', 'Shoebury', 'Westcliff'])],
    categories: [prose.pick(['sport', 'music', 'short breaks'])],
  }
  return { path: `services/club-${number + 1}.md`, id, title, text: fileOf(fields, prose.paragraph(5)) }
}

function fileOf(fields: Record<string, unknown>, body: string): string {
  return `---\n${writeRecord(fields)}---\n\n${body}\n`
}

const linkTo = (prose: Prose, count: number) => `[${prose.phrase()}](page:${pageId(prose.number(count))})`
const three = [0, 1, 2]

/** What stands under each heading of a page. Some of it has the problems that real pages have, so that checks find some. */
const parts: readonly ((prose: Prose, count: number) => string)[] = [
  (prose, count) =>
    [...three.map(() => prose.phrase()), linkTo(prose, count), linkTo(prose, count)]
      .map(item => `- ${item}`)
      .join('\n'),
  prose => `:::steps\n${three.map(at => `${at + 1}. ${prose.sentence()}`).join('\n')}\n:::`,
  prose =>
    `| When | What happens | Who helps |\n| - | - | - |\n${three.map(() => `| ${prose.phrase()} | ${prose.sentence()} | ${prose.phrase()} |`).join('\n')}`,
  prose =>
    `:::callout{kind="info"}\n${prose.paragraph(2)}\n:::\n\nTo find out more, [click here](https://example.org/${prose.number(1000)}).`,
  prose =>
    `:::contact{name="${prose.phrase()}" telephone="01632 960101" email="team@example.org" hours="Monday to Friday, 9am to 5pm"}\n${prose.sentence()}\n:::\n\n### ${prose.phrase()}\n\n${prose.paragraph(3)}`,
]
