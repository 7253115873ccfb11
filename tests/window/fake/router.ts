import { type EventPublisher, implement } from '@orpc/server'
import { normaliseDoc, type PageId } from '../../../src/shared/content/index.ts'
import {
  type AppEvent,
  connectionSteps,
  contract,
  type Opened,
  type OpenPage,
  type SyncState,
} from '../../../src/shared/contract/index.ts'
import { refuse } from '../../../src/shared/outcome.ts'
import { fakeActivity } from './activity.ts'
import { checklists, choice, comments, coverageOf, deleted, media, versions } from './answers.ts'
import { fakeChecks } from './checks.ts'
import { fakeEvaluation } from './evaluation.ts'
import { fakeFeedback } from './feedback.ts'
import { type FakeLive, fakeLive } from './live.ts'
import { fieldsOf, idOf, inDays, liveWords, makeRows, newWords, someHash, withNew } from './pages.ts'
import { fakeReport } from './report.ts'
import { fakeServices } from './services.ts'
import { fakeSite } from './site.ts'
import { config, danny, minutesAgo, priya } from './team.ts'
import { waitingFor } from './waiting.ts'
import { fakeWeek } from './week.ts'

export interface FakeOptions {
  pages?: number
  /** Nothing is open: the window shows its start. */
  closed?: boolean
  /** A workspace with nothing in it. */
  empty?: boolean
  theme?: 'system' | 'light' | 'dark'
  sync?: SyncState
  live?: FakeLive
}

const opened: Opened = {
  kind: 'opened',
  workspace: '/home/priya/Signpost/southend',
  config,
  me: priya,
  readOnly: null,
  alone: false,
  sample: false,
  notices: [],
}

const withdrawnOf = (row: { state: string } | undefined) =>
  row?.state === 'withdrawn'
    ? { by: danny.name, at: minutesAgo(2000), reason: 'The nursery list is out of date.', stillLive: false }
    : null

/** The contract, answered with made-up data: enough to see every screen and to try what the window makes of answers. */
export function fakeRouter(options: FakeOptions, events: EventPublisher<{ said: AppEvent }>) {
  const os = implement(contract)
  let open: Opened | null = options.closed ? null : opened
  let rows = options.empty ? [] : makeRows(options.pages ?? 40)
  let theme = options.theme ?? 'system'
  let tellsOfWeek = true
  let choices = options.empty ? [] : [choice]
  const said = (event: AppEvent) => events.publish('said', event)
  const changed = () => said({ kind: 'changed', ids: null })
  const find = (id: PageId) => rows.find(row => row.id === id)
  const ok = { kind: 'ok' as const }
  /** What was written here, by page: it is what is read next time. */
  const typed = new Map<string, string>()
  const written = new Map<PageId, Pick<OpenPage, 'doc' | 'entry'>>()
  const missing = refuse('missing', 'This page is not here any more.', 'Look in Recently deleted.')
  const saved = () => ({ kind: 'saved' as const, hash: someHash, at: minutesAgo(0), state: 'draft' as const })
  const openNow = () => {
    open = opened
    return opened
  }
  const waiting = () => (options.empty ? [] : waitingFor())

  return os.router({
    start: {
      hello: os.start.hello.handler(() => ({
        version: '0.1.0',
        shell: 'loopback' as const,
        canChooseFolder: false,
        folder: '/home/priya/Signpost',
        me: priya,
        recent: [{ workspace: opened.workspace, name: config.name }],
        joining: [],
        opened: open,
        theme,
        tellsOfWeek,
      })),
      sample: os.start.sample.handler(openNow),
      join: os.start.join.handler(({ input }) =>
        input.token === 'right'
          ? openNow()
          : refuse(
              'signed-out',
              'The workspace did not take this access token.',
              'Ask for a new one, and paste it here.',
            ),
      ),
      giveUpJoin: os.start.giveUpJoin.handler(() => ok),
      create: os.start.create.handler(openNow),
      open: os.start.open.handler(openNow),
      close: os.start.close.handler(() => {
        open = null
        said({ kind: 'reopened' })
        return ok
      }),
      chooseFolder: os.start.chooseFolder.handler(() => ({ folder: null })),
      cancel: os.start.cancel.handler(() => ok),
      setMe: os.start.setMe.handler(openNow),
      setTellsOfWeek: os.start.setTellsOfWeek.handler(({ input }) => {
        tellsOfWeek = input.on
        return { kind: 'ok' as const }
      }),
      setTheme: os.start.setTheme.handler(({ input }) => {
        theme = input.theme
        return ok
      }),
    },
    typed: {
      all: os.typed.all.handler(() => [...typed].map(([name, value]) => ({ name, value }))),
      keep: os.typed.keep.handler(({ input }) => {
        typed.set(input.name, input.value)
        return ok
      }),
      forget: os.typed.forget.handler(({ input }) => {
        typed.delete(input.name)
        return ok
      }),
    },
    activity: fakeActivity(os, options.empty === true),
    pages: {
      list: os.pages.list.handler(() => rows),
      search: os.pages.search.handler(({ input }) =>
        rows.slice(20, 23).map(({ id, kind, title }) => ({
          id,
          kind,
          title,
          excerpt: `…ask about ${input.text} when you ring…`,
          found: input.text,
        })),
      ),
      open: os.pages.open.handler(({ input }) => {
        const row = find(input.id)
        if (!row) return missing
        return {
          kind: 'page-open' as const,
          id: row.id,
          entry: written.get(row.id)?.entry ?? fieldsOf(row),
          path: row.path,
          section: row.section,
          slug: 'page',
          doc: written.get(row.id)?.doc ?? newWords,
          hash: someHash,
          state: row.state,
          families: { kind: 'version' as const, since: minutesAgo(90_000), newest: true },
          lastChecked: null,
          recovered: null,
          trouble: [],
        }
      }),
      draft: os.pages.draft.handler(() => ({ kind: 'kept' as const, at: minutesAgo(0) })),
      save: os.pages.save.handler(({ input: { id, doc, entry } }) => {
        written.set(id, { doc: normaliseDoc(doc), entry })
        return saved()
      }),
      create: os.pages.create.handler(() => ({ kind: 'created' as const, id: idOf(0) })),
      move: os.pages.move.handler(({ input }) => {
        const row = find(input.id)
        return row ? { kind: 'moved' as const, path: row.path } : missing
      }),
      duplicate: os.pages.duplicate.handler(() => ({ kind: 'created' as const, id: idOf(1) })),
      remove: os.pages.remove.handler(({ input }) => {
        rows = rows.filter(row => row.id !== input.id)
        changed()
        return ok
      }),
      changeMany: os.pages.changeMany.handler(({ input: { ids, details } }) => {
        rows = rows.map(row => (ids.includes(row.id) ? withNew(row, details) : row))
        changed()
        return { kind: 'changed-many' as const, changed: ids.length, same: 0, left: [], sentence: 'Priya changed them' }
      }),
      writing: os.pages.writing.handler(async function* ({ signal }) {
        yield 'yours' as const
        await new Promise(resolve => signal?.addEventListener('abort', resolve, { once: true }))
      }),
      leftOut: os.pages.leftOut.handler(() => []),
      putPageBack: os.pages.putPageBack.handler(() => refuse('no-such-version', 'There is none.', 'Look again.')),
      bin: os.pages.bin.handler(() => (options.empty ? [] : deleted)),
      restore: os.pages.restore.handler(() => ({ kind: 'restored' as const, id: idOf(0) })),
      history: os.pages.history.handler(() => versions),
      paragraphs: os.pages.paragraphs.handler(() =>
        versions
          .slice(0, 2)
          .map(version => ({ words: 'Ask for a meeting within two weeks', version, why: 'New times.' })),
      ),
      version: os.pages.version.handler(({ input }) => {
        const row = find(input.id)
        if (!row) return missing
        const doc = input.version === 'v4' ? newWords : liveWords
        return { kind: 'version' as const, doc, entry: fieldsOf(row), hash: someHash }
      }),
      putBack: os.pages.putBack.handler(saved),
      preview: os.pages.preview.handler(() => ({ kind: 'preview' as const, url: '/preview/1' })),
    },
    media: {
      list: os.media.list.handler(() => (options.empty ? [] : media)),
      add: os.media.add.handler(() =>
        refuse('no-picture', 'This file is no picture.', 'Save it as JPEG or PNG, and try again.'),
      ),
      describe: os.media.describe.handler(() => ok),
      remove: os.media.remove.handler(() => ok),
    },
    checks: fakeChecks(os, rows),
    site: fakeSite(os, options.empty === true),
    review: {
      waiting: os.review.waiting.handler(waiting),
      open: os.review.open.handler(({ input }) => {
        const row = find(input.id)
        if (!row) return missing
        return {
          kind: 'review' as const,
          id: row.id,
          title: row.title,
          summary: row.summary,
          hash: someHash,
          state: row.state,
          doc: newWords,
          live: row.state === 'draft' ? null : { title: 'School refusal', summary: row.summary, doc: liveWords },
          askedBy: danny.name,
          comments,
          mayNotDecide: row.state === 'changes-asked' ? 'You changed this page last, so a colleague decides.' : null,
          problems: row.problems ?? { errors: 0, warnings: 0, notices: 0 },
          dismissed: [],
          withdrawn: withdrawnOf(row),
        }
      }),
      ask: os.review.ask.handler(() => ok),
      takeBack: os.review.takeBack.handler(() => ok),
      comment: os.review.comment.handler(({ input }) => {
        const comment = {
          id: `c${comments.length + 1}`,
          by: priya,
          at: minutesAgo(0),
          hash: input.hash,
          quote: input.quote,
          text: input.text,
          wording: input.wording,
          saidBy: null,
          settled: false,
          taken: false,
          answers: [],
        }
        comments.push(comment)
        changed()
        return comment
      }),
      answer: os.review.answer.handler(() => ok),
      reopen: os.review.reopen.handler(() => ok),
      settle: os.review.settle.handler(() => ok),
      fileForComment: os.review.fileForComment.handler(() => ({
        kind: 'file' as const,
        name: 'page-for-comment.html',
        html: '<!doctype html><title>Page</title>',
        answer: 'page-answer.json',
      })),
      lookAtAnswer: os.review.lookAtAnswer.handler(() =>
        refuse('not-an-answer', 'This is no answer to a page that was sent for comment.', 'Choose another file.'),
      ),
      bringIn: os.review.bringIn.handler(({ input }) =>
        refuse('not-an-answer', `Nothing was taken from ${input.text.length} letters.`, 'Choose another file.'),
      ),
      takeWording: os.review.takeWording.handler(() => ok),
      decide: os.review.decide.handler(() => ok),
      stillAccurate: os.review.stillAccurate.handler(() => ({ kind: 'ok' as const, due: inDays(180) })),
      urgent: os.review.urgent.handler(() => ok),
      withdraw: os.review.withdraw.handler(() => ok),
      bringBack: os.review.bringBack.handler(() => ok),
      withdrawn: os.review.withdrawn.handler(({ input }) => withdrawnOf(find(input.id))),
      comments: os.review.comments.handler(() => comments),
    },
    feedback: fakeFeedback(),
    services: fakeServices(os, () => rows),
    week: fakeWeek(os, () => ({ rows, waiting: waiting(), choices })),
    report: fakeReport(),
    checklist: {
      list: os.checklist.list.handler(() => checklists),
      coverage: os.checklist.coverage.handler(({ input }) => {
        const list = checklists.find(each => each.id === input.checklist)
        return list ? coverageOf(list, rows) : refuse('missing', 'There is no such checklist.', 'Choose another.')
      }),
    },
    lists: {
      change: os.lists.change.handler(() => ok),
      readFile: os.lists.readFile.handler(() => missing),
      bringIn: os.lists.bringIn.handler(() => missing),
      stray: os.lists.stray.handler(() => []),
      moveTag: os.lists.moveTag.handler(() => ok),
    },
    evaluation: fakeEvaluation(os, checklists, list => coverageOf(list, rows)),
    sync: {
      state: os.sync.state.handler(() => options.sync ?? { kind: 'shared' as const, at: minutesAgo(2) }),
      now: os.sync.now.handler(() => ({ kind: 'shared' as const, at: minutesAgo(0) })),
      online: os.sync.online.handler(() => ok),
      choices: os.sync.choices.handler(() => choices),
      reply: os.sync.reply.handler(({ input: { id, ...reply } }) => {
        choices = choices.map(each => (each.id === id ? { ...each, reply } : each))
        return ok
      }),
      tryOut: os.sync.tryOut.handler(() => ({ kind: 'tried' as const, problems: [], reviewAgain: true })),
      finish: os.sync.finish.handler(({ input: { ids } }) => {
        const used = choices.filter(({ id }) => ids.includes(id)).length
        choices = choices.filter(({ id }) => !ids.includes(id))
        changed()
        return { kind: 'finished' as const, used, acts: [] }
      }),
      leave: os.sync.leave.handler(() => ok),
      answered: os.sync.answered.handler(() => []),
      askAgain: os.sync.askAgain.handler(() => ok),
    },
    told: {
      all: os.told.all.handler(() => ({ kind: 'told' as const, told: [] })),
      takeMine: os.told.takeMine.handler(() => ok),
      putAway: os.told.putAway.handler(() => ok),
    },
    connection: {
      test: os.connection.test.handler(async function* () {
        for (const step of connectionSteps) yield { step, result: 'good' as const, sentence: `This works: ${step}.` }
      }),
    },
    live: fakeLive(os, options),
    settings: {
      config: os.settings.config.handler(() => config),
      setConfig: os.settings.setConfig.handler(() => ok),
      unread: os.settings.unread.handler(() => []),
      addWord: os.settings.addWord.handler(() => ok),
      removeWord: os.settings.removeWord.handler(() => ok),
      connect: os.settings.connect.handler(() => ok),
      connection: os.settings.connection.handler(() => ({
        address: 'https://git.example.org/southend/local-offer.git',
        secretKept: 'keychain' as const,
      })),
    },
    events: {
      listen: os.events.listen.handler(({ signal }) => events.subscribe('said', signal ? { signal } : {})),
    },
  })
}
