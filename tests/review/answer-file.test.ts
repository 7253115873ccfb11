import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../src/shared/outcome.ts'
import { answerSchema, mostAnswer, readAnswer } from '../../src/shared/review/index.ts'

const answer = {
  signpost: 'answer',
  version: 1,
  answer: '0123456789abcdef0123456789abcdef',
  page: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  hash: 'a'.repeat(64),
  title: 'Travel to school',
  at: '2026-11-20T09:00:00.000Z',
  name: 'Jo Bell',
  email: 'jo@example.org',
  decision: 'good',
  note: '',
  comments: [{ id: 'c1', quote: null, text: 'Say who to ring – naïve “parents” ask.', wording: null }],
}
type Answer = Record<string, unknown>

const file = (change: Answer = {}) => JSON.stringify({ ...answer, ...change })
const asText = (whole: string) => {
  const code =
    Buffer.from(whole)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['My answer', '-----BEGIN SIGNPOST ANSWER-----', ...code, '-----END SIGNPOST ANSWER-----'].join('\n')
}
const codeOf = (text: string) => {
  const read = readAnswer(text)
  return isRefusal(read) ? read.code : 'read'
}

describe('an answer that comes back', () => {
  test('is read from its file, and from the text of an email that was quoted and broken on the way', () => {
    const read = answerSchema.parse(answer)
    expect(readAnswer(file())).toEqual(read)
    expect(readAnswer(`\ufeff${file()}`)).toEqual(read)
    expect(readAnswer(asText(file()))).toEqual(read)
    const quoted = asText(file())
      .split('\n')
      .flatMap(line => (line.startsWith('-') ? [line] : [line.slice(0, 40), line.slice(40)]))
      .map(line => `> ${line}`)
    expect(readAnswer(['Thank you!', ...quoted, '> --', '> Jo'].join('\r\n'))).toEqual(read)
  })

  test.each<[string, string, string]>([
    ['nothing', '', 'not-an-answer'],
    ['a letter', 'Dear team, it is all fine.', 'not-an-answer'],
    ['another file', '{"name":"x"}', 'not-an-answer'],
    ['a list', '[1]', 'not-an-answer'],
    ['the page that was sent', '<!doctype html><html></html>', 'not-the-answer'],
    ['half a file', file().slice(0, 300), 'cut-off'],
    ['half an email', asText(file()).slice(0, 200), 'cut-off'],
    ['an email with a part missing', asText(file()).replace(/\n[^\n]{64}\n/, '\n'), 'cut-off'],
    ['a newer one', file({ version: 2 }), 'too-new'],
    ['sixty thousand beginnings', '-----BEGIN SIGNPOST ANSWER-----'.repeat(60_000), 'cut-off'],
    ['a book', ' '.repeat(mostAnswer + 1), 'too-large'],
    ['a page that is a path', file({ page: '../../signpost' }), 'changed-by-hand'],
    ['a hash that is none', file({ hash: 'abc' }), 'changed-by-hand'],
    ['nobody', file({ name: '  ' }), 'changed-by-hand'],
    ['a decision of its own', file({ decision: 'publish' }), 'changed-by-hand'],
    ['more comments than anybody makes', file({ comments: Array(501).fill(answer.comments[0]) }), 'changed-by-hand'],
    [
      'a comment like a book',
      file({ comments: [{ ...answer.comments[0], text: 'x'.repeat(10_001) }] }),
      'changed-by-hand',
    ],
    ['a comment named like a path', file({ comments: [{ ...answer.comments[0], id: '../x' }] }), 'changed-by-hand'],
  ])('%s is told apart, with what to do', (_, text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test('holds text and nothing else: what nobody could have typed is taken out, and unknown keys are passed over', () => {
    const name = 'Jo\u0000\u202e Bell\u0007\n'
    const comments = [{ id: 'c1', quote: null, text: 'a\ue000b\u2066c\ud800', wording: null, by: 'Danny' }]
    const read = readAnswer(file({ name, comments, hidden: true }))
    expect(read).toMatchObject({ name: 'Jo Bell', comments: [{ text: 'abc\ufffd' }] })
    expect(JSON.stringify(read)).not.toMatch(/hidden|Danny/)
  })

  test('whatever is in a file, it is an answer in every part or a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .record({ key: fc.constantFrom(...Object.keys(answer)), value: fc.jsonValue() })
            .map(({ key, value }) => file({ [key]: value })),
        ),
        text => {
          const read = readAnswer(text)
          if (isRefusal(read)) expect(read.nextStep).not.toBe('')
          else expect(answerSchema.parse(read)).toEqual(read)
        },
      ),
      { numRuns: 300 },
    )
  })
})
