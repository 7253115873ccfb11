import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeRecord } from '../../src/shared/content/index.ts'
import { commentSchema } from '../../src/shared/feedback/index.ts'
import type { Person } from '../../src/shared/review/index.ts'
import { many } from './make-workspace.ts'
import { idOf, offerPage, pageId } from './offer-pages.ts'
import { proseFrom } from './prose.ts'

/** What four people have said by the time that a team has worked for years. */
export const team = { reviews: 20_000, evaluations: 12, comments: 1000 }

const people: readonly [Person, ...Person[]] = [
  { name: 'Priya Nair', email: 'priya@example.org' },
  { name: 'Sam Oduya', email: 'sam@example.org' },
  { name: 'Mark Ellery', email: 'mark@example.org' },
]
const checklist = 'se7-framework'
/** 1 June 2026: after every decision that the workspace has already. */
const start = Date.UTC(2026, 5, 1)

/** Adds the records as files, in one version. Gives the evaluations that were begun, each with a judgement of everything. */
export function addTeamRecords(root: string): string[] {
  let number = 0
  const next = (): Said => {
    number += 1
    const at = new Date(start + number * 60_000).toISOString()
    return { id: idOf('D', number), by: people[number % people.length] ?? people[0], at }
  }
  for (let count = 0; count < team.reviews; count++) {
    const page = count % many.pages
    const hash = createHash('sha256').update(offerPage(page, many.pages).text).digest('hex')
    const said = { ...next(), page: pageId(page), hash }
    const record =
      count % 3 === 0
        ? { ...said, kind: 'accurate' }
        : { ...said, kind: 'comment', quote: null, text: `A word about this page, number ${count}.` }
    write(root, `reviews/${said.page}/${said.id}.yml`, record)
  }
  for (let count = 0; count < team.comments; count++) {
    const { id, by, at } = next()
    write(
      root,
      `feedback/${id}.yml`,
      commentSchema.parse({ id, ...commentOf(count), said: [{ id, by, at, kind: 'logged' }] }),
    )
  }
  const begun = Array.from({ length: team.evaluations }, () => beginEvaluation(root, next))
  const who = ['-c', 'user.name=Mark Ellery', '-c', 'user.email=mark@example.org']
  execFileSync('git', ['-C', root, 'add', '--all'])
  execFileSync('git', ['-C', root, ...who, 'commit', '--quiet', '--message', 'The team said much'])
  return begun
}

interface Said {
  id: string
  by: Person
  at: string
}

function beginEvaluation(root: string, next: () => Said): string {
  const begun = next()
  const evaluation = begun.id
  const keep = (said: Said, rest: object) =>
    write(root, `evaluations/${evaluation}/${said.id}.yml`, { ...said, evaluation, ...rest })
  const title = `Evaluation ${evaluation.slice(-6)}`
  keep(begun, { kind: 'begun', title, checklist, version: '1' })
  for (const requirement of requirements) {
    const said = {
      judgement: 'limited',
      comment: 'Some of it is there.',
      owner: 'sam@example.org',
      action: 'Write more.',
    }
    keep(next(), { kind: 'judged', requirement, after: [], said })
  }
  return evaluation
}

function commentOf(number: number) {
  const received = new Date(start - (number % 300) * 86_400_000).toISOString().slice(0, 10)
  return { received, channel: 'survey', words: wordsOf(number), theme: `Theme ${number % 12}`, owner: people[0].email }
}

const wordsOf = (number: number) => proseFrom(number).paragraph(1 + (number % 4))

/** A survey as a file, the words of one of its rows, and those of 250. */
export function manyComments(many: number): { words: string; next: string[]; file: string } {
  const rows = Array.from(
    { length: many },
    (_, number) => `${(number % 28) + 1}/05/2026,"${wordsOf(number * 3)}",Survey`,
  )
  const next = Array.from({ length: 250 }, (_, number) => wordsOf(number * 3))
  const file = Buffer.from(['Date,Comment,How it came', ...rows].join('\r\n')).toString('base64')
  return { words: wordsOf(1), next, file }
}

const listPath = join(import.meta.dirname, `../../resources/checklists/${checklist}.json`)
const requirements = [...new Set(readFileSync(listPath, 'utf8').match(/"SE7-[A-Z]+-\d+"/g))].map(id => id.slice(1, -1))

function write(root: string, path: string, record: object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), writeRecord(record))
}
