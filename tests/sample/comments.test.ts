import { describe, expect, test } from 'vitest'
import { parseRecord } from '../../src/shared/content/index.ts'
import { answerSchema, commentSchema, commentStanding, whoCanBeRecognised } from '../../src/shared/feedback/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { moveRecordDates } from '../../src/shared/review/index.ts'
import { pathsIn, readConfig, readEntries, textOfFile } from './sample.ts'

const read = <T>(folder: string, schema: Parameters<typeof parseRecord<T>>[1]) =>
  pathsIn('workspace')
    .filter(path => path.startsWith(`${folder}/`))
    .map(path => {
      const record = parseRecord(textOfFile(`workspace/${path}`), schema)
      if (isRefusal(record)) throw new Error(`${path}: ${record.detail}`)
      return { path, record }
    })
const comments = read('feedback', commentSchema)
const answers = read('answers', answerSchema)

describe('what families said in the sample', () => {
  test('is there in every state, by every owner or none, with actions that are done and not', () => {
    const published = new Map(answers.map(({ record }) => [record.id, record]))
    const states = comments.map(({ record }) => commentStanding(record, published.get(record.id) ?? null).state)
    expect(new Set(states)).toEqual(new Set(['to-answer', 'answered', 'published', 'left-out']))
    const team = [...readConfig().team.map(person => person.email), '']
    for (const { record, path } of comments) expect(team, path).toContain(record.owner)
    const done = comments.flatMap(({ record }) => record.actions.map(action => action.done !== null))
    expect(new Set(done)).toEqual(new Set([true, false]))
  })

  test('names files by what is in them, and pages that are there', () => {
    const ids = new Set(readEntries().map(({ parsed }) => parsed.entry.fields.id))
    for (const { path, record } of [...comments, ...answers]) {
      expect(path.endsWith(`/${record.id}.yml`)).toBe(true)
      for (const page of record.pages) expect(ids.has(page), path).toBe(true)
    }
  })

  test('lets nobody be recognised, least of all in what families read', () => {
    const titles = readEntries().flatMap(({ parsed }) => parsed.entry.fields.title.toLowerCase().split(/\W+/))
    const known = { notNames: new Set([...titles, 'local', 'offer']) }
    const texts = [
      ...comments.map(({ record }) => record.words),
      ...answers.flatMap(({ record }) => [record.said, record.did]),
    ]
    for (const text of texts) expect(whoCanBeRecognised(text, known), text).toEqual([])
  })

  test('moves with the days of the sample, and in nothing else', () => {
    const [first] = comments
    const text = textOfFile(`workspace/${first?.path}`)
    const moved = moveRecordDates(text, 366)
    expect(moveRecordDates(moved, -366)).toBe(text)
    expect(moved.replace(/\d{4}-\d{2}-\d{2}/g, '')).toBe(text.replace(/\d{4}-\d{2}-\d{2}/g, ''))
    expect(moved).not.toBe(text)
  })
})
