import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema, type LateAct, type PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, knowGaps, type Laptop, laptop, must, priya } from './laptop.ts'
import { decided, newPage, write } from './undoing.ts'

afterEach(closeLaptops)

const tom = { name: 'Tom Reed', email: 'tom@example.org' }

const linesOf = async (at: Laptop) => (await desk.week(at.session)).lines
const linesOn = async (at: Laptop, page: PageId) => (await linesOf(at)).filter(line => line.page === page)
const kindsOn = async (at: Laptop, page: PageId) => (await linesOn(at, page)).map(({ kind }) => kind)

async function setReview(at: Laptop, id: PageId, due: string, owner = ''): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  at.tick(1000)
  const review = { ...entry.fields.review, due: isoDateSchema.parse(due) }
  const next = { ...entry, fields: { ...entry.fields, review, owner } } as typeof entry
  must(await desk.savePage(at.session, { id, base: hash, doc, entry: next }))
}

describe('a line of the week', () => {
  test('says of a page that is due how late it is and whose it is, the latest first', async () => {
    const at = await laptop()
    const [late, soon, far] = [await newPage(at, 'Sleep'), await newPage(at, 'Travel'), await newPage(at, 'Sight')]
    await setReview(at, soon, '2026-11-30')
    await setReview(at, late, '2026-11-05', danny.email)
    await setReview(at, far, '2027-05-05')
    const due = (await linesOf(at)).filter(line => line.due !== null)
    expect(due.map(({ page, kind, owner, mine, due: by }) => [page, kind, owner, mine, by?.days])).toEqual([
      [late, 'overdue', danny.email, false, -17],
      [soon, 'due-soon', '', true, 8],
    ])
    must(await desk.stillAccurate(at.session, late))
    expect(await kindsOn(at, late)).toEqual([])
  })

  test('says what becomes of a page that nobody checks for long, before it happens', async () => {
    const at = await laptop()
    const config = at.session.workspace.config()
    const keep = async (act: LateAct) =>
      must(
        await desk.setConfig(at.session, {
          ...config,
          review: { ...config.review, late: { weeks: 4, high: act, some: act, none: act } },
        }),
      )
    const said = async (id: PageId) => (await linesOn(at, id)).map(({ sentence }) => sentence.split('. ').slice(-1)[0])
    const id = await newPage(at)
    await setReview(at, id, '2026-11-05')
    await keep('warn')
    expect(await said(id)).toEqual(['From 3 December 2026 on, the site tells families that it was not checked.'])
    await keep('step-down')
    expect(await said(id)).toEqual(['From 3 December 2026 on, a publish takes it off the site.'])
    await decided(at, id)
    at.tick(30 * 86_400_000)
    at.session.knowing.forget()
    expect(await said(id)).toEqual(['It stays off the site until somebody checks it.'])
    expect(must(await at.session.live.plan())).toMatchObject({ ready: [], heldBack: [{ id, why: 'not-checked' }] })
    await keep('warn')
    expect(await said(id)).toEqual(['It is so late that the site tells families so.'])
    must(await desk.stillAccurate(at.session, id))
    expect(must(await at.session.live.plan())).toMatchObject({ ready: [{ id, change: 'new' }], heldBack: [] })
  })

  test('asks for a review of words that changed since they were approved, and is gone when somebody asked', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await decided(at, id)
    expect(await kindsOn(at, id)).toEqual([])
    await write(at, id, 'Other words.')
    expect(await linesOn(at, id)).toMatchObject([
      {
        kind: 'changed-since',
        sentence: 'Danny approved it today. Priya changed it today. Families do not see the change yet.',
        acts: [{ act: 'ask-review' }, { act: 'go' }, { act: 'give' }, { act: 'put-off' }],
      },
    ])
    at.tick(1000)
    must(await desk.askForReview(at.session, id, ''))
    expect(await kindsOn(at, id)).toEqual([])
  })

  test('is for those who can act on it: a review never stands on the list of who wrote the words', async () => {
    const at = await laptop()
    const id = await newPage(at)
    at.tick(1000)
    must(await desk.askForReview(at.session, id, ''))
    expect(await kindsOn(at, id)).toEqual([])
    at.as(danny)
    expect(await linesOn(at, id)).toMatchObject([{ kind: 'review', mine: true, sentence: 'Priya asked today.' }])
  })

  test('keeps what was let through in a hurry until somebody decides', async () => {
    const at = await laptop()
    const id = await newPage(at)
    at.tick(1000)
    must(await desk.publishUrgently(at.session, id, 'The form closes on Friday.'))
    at.as(danny)
    expect(await linesOn(at, id)).toMatchObject([
      { kind: 'urgent-review', sentence: 'Priya let it through without a review, today: “The form closes on Friday.”' },
    ])
    const { hash } = must(await desk.openReview(at.session, id))
    at.tick(1000)
    must(await desk.decide(at.session, id, { hash, decision: 'good', note: '' }))
    expect(await kindsOn(at, id)).toEqual([])
  })

  test('names what stops an approved page, and leaves a draft with the same problem alone', async () => {
    const at = await laptop()
    const [stopped, draft] = [await newPage(at, 'Sleep'), await newPage(at, 'Travel')]
    for (const id of [stopped, draft]) await write(at, id, 'Ask. [Click here](https://example.org/form).')
    await decided(at, stopped)
    expect(await linesOn(at, stopped)).toMatchObject([{ kind: 'held-back', chip: { words: 'Stopped' } }])
    expect(await kindsOn(at, draft)).toEqual([])
  })

  test('shows whoever was asked to change something what asks for it, and no praise as if it asked', async () => {
    const at = await laptop()
    const id = await newPage(at)
    await write(at, id, 'Ring the office.')
    const { hash } = must(await desk.openReview(at.session, id))
    const say = async (by: typeof danny, text: string, exact: string | null, wording: string | null = null) => {
      at.tick(1000)
      const quote = exact === null ? null : { exact, prefix: '', suffix: '' }
      must(await desk.comment(at.as(by), id, { hash, quote, text, wording }))
    }
    const decides = async (note: string) => {
      at.tick(1000)
      must(await desk.decide(at.as(danny), id, { hash, decision: 'needs-changes', note }))
      at.as(priya)
      const lines = await linesOn(at, id)
      expect(lines).toMatchObject([{ kind: 'changes-asked', to: { place: 'page', id } }])
      return lines[0]?.sentence
    }
    await say(danny, 'Better than the old one.', null)
    expect(await decides('')).toBe('Danny, today. 1 comment is open on the page.')
    await say(tom, 'Our son loved this.', 'office')
    expect(await decides('')).toBe('Danny, today. 2 comments are open on the page.')
    expect(await decides('The number is wrong.')).toBe('Danny, today: “The number is wrong.”')
    await say(danny, 'Say who to ring first.', 'Ring the office')
    await say(danny, 'All in all a joy to read.', null)
    expect(await decides('')).toBe('Danny, today, on “Ring the office”: “Say who to ring first.”')
    expect(await decides('Nearly there.')).toBe(
      'Danny, today: “Nearly there.” On “Ring the office”: “Say who to ring first.”',
    )
    await say(danny, '', 'office', 'team')
    expect(await decides('')).toBe('Danny, today, on “office”: “team” instead.')
    expect(await decides(`${'Word '.repeat(60)}.`)).toMatch(/^Danny, today: “(?:Word ){35}Word…” On “office”/)
  })
})

test('every kind has an id of its own, and every line belongs to a kind and has a key of its own', async () => {
  const at = await laptop()
  await knowGaps(at)
  await setReview(at, await newPage(at), '2026-11-05')
  const { kinds, lines } = await desk.week(at.session)
  const ids = kinds.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(lines.map(({ kind }) => kind)).size).toBeGreaterThan(1)
  expect(lines.every(({ kind }) => ids.includes(kind))).toBe(true)
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
})
