import { implement, ORPCError } from '@orpc/server'
import { helpFor } from '../shared/checks/index.ts'
import { contract } from '../shared/contract/index.ts'
import { isRefusal } from '../shared/outcome.ts'
import type { Session } from './desk/index.ts'
import * as desk from './desk/index.ts'
import { diskInWords } from './disk-in-words.ts'
import { typeOfReport } from './report/index.ts'
import type { Running } from './running.ts'
import { whoAmI, withTellsOfWeek, withTheme } from './settings/index.ts'
import type { AppRouter } from './shell/index.ts'
import { openTypedWords } from './workspace/index.ts'

/** The contract, answered by the folders of the main process. */
export function createRouter(running: Running): AppRouter {
  const api = implement(contract).use(diskInWords)
  const here = (): Session => {
    const session = running.session()
    // A window that asks before anything is open starts again from `hello`: this is a window's mistake, not a person's.
    if (session === null) throw new ORPCError('PRECONDITION_FAILED', { message: 'No workspace is open.' })
    return session
  }

  const atTheStart = openTypedWords(null, { data: running.data, now: running.world.now })
  /** Null for another workspace than the one that is open. */
  const typedIn = (workspace: string | null) => {
    if (workspace === null) return atTheStart
    return running.opened()?.workspace === workspace ? here().workspace.typed : null
  }

  return {
    start: {
      hello: api.start.hello.handler(async () => ({
        version: running.version,
        shell: running.host.shell,
        canChooseFolder: running.host.canChooseFolder,
        folder: desk.workspacesFolder(running.data),
        me: whoAmI(running.settings.data()),
        recent: running.settings.data().recent.map(({ workspace, name }) => ({ workspace, name })),
        joining: await desk.begunJoins(running.world),
        opened: running.opened(),
        theme: running.settings.data().theme,
        tellsOfWeek: running.settings.data().tellsOfWeek,
      })),
      sample: api.start.sample.handler(() => running.openSample()),
      join: api.start.join.handler(({ input }) => running.join(input)),
      giveUpJoin: api.start.giveUpJoin.handler(({ input }) => desk.giveUpJoin(running.world, input.folder)),
      create: api.start.create.handler(({ input }) => running.create(input)),
      open: api.start.open.handler(({ input }) => running.open(input.workspace)),
      close: api.start.close.handler(async () => {
        await running.close()
        return { kind: 'ok' }
      }),
      chooseFolder: api.start.chooseFolder.handler(async () => ({ folder: await running.host.chooseFolder() })),
      cancel: api.start.cancel.handler(({ input }) => {
        running.cancel(input.job)
        // Sharing starts by itself too, and can be stopped all the same.
        if (input.job === 'sync') running.session()?.sharing.cancel()
        return { kind: 'ok' }
      }),
      setMe: api.start.setMe.handler(async ({ input }) => {
        const set = await desk.setMe(here(), input)
        return isRefusal(set) ? set : (running.opened() ?? notOpen())
      }),
      setTheme: api.start.setTheme.handler(async ({ input }) => {
        await running.settings.change(data => withTheme(data, input.theme))
        running.host.setTheme(input.theme)
        return { kind: 'ok' }
      }),
      setTellsOfWeek: api.start.setTellsOfWeek.handler(async ({ input }) => {
        await running.settings.change(data => withTellsOfWeek(data, input.on))
        return { kind: 'ok' }
      }),
    },
    typed: {
      all: api.typed.all.handler(({ input }) => typedIn(input.workspace)?.all() ?? []),
      keep: api.typed.keep.handler(
        ({ input: { workspace, ...typed } }) => typedIn(workspace)?.keep(typed) ?? desk.otherWorkspace(),
      ),
      forget: api.typed.forget.handler(async ({ input }) => {
        await typedIn(input.workspace)?.forget(input.name)
        return { kind: 'ok' }
      }),
    },
    activity: {
      list: api.activity.list.handler(({ input }) => here().acts.list(input)),
      newest: api.activity.newest.handler(() => here().acts.newest()),
      undo: api.activity.undo.handler(({ input }) => desk.undoOrAsk(here(), input.act)),
    },
    pages: {
      list: api.pages.list.handler(() => desk.listPages(here())),
      search: api.pages.search.handler(({ input }) => here().workspace.search(input.text)),
      open: api.pages.open.handler(({ input }) => desk.openPage(here(), input.id)),
      writing: api.pages.writing.handler(({ input, signal }) => here().turns.follow(input, signal)),
      draft: api.pages.draft.handler(({ input }) => desk.keepDraft(here(), input)),
      save: api.pages.save.handler(({ input: { sentence, ...typed } }) => desk.savePage(here(), typed, sentence)),
      leftOut: api.pages.leftOut.handler(() => desk.leftOut(here())),
      putPageBack: api.pages.putPageBack.handler(({ input }) => desk.putPageBack(here(), input.path)),
      create: api.pages.create.handler(({ input }) => desk.createPage(here(), input)),
      move: api.pages.move.handler(({ input: { id, ...to } }) => desk.movePage(here(), id, to)),
      duplicate: api.pages.duplicate.handler(({ input }) => desk.duplicatePage(here(), input.id)),
      remove: api.pages.remove.handler(({ input }) => desk.removePage(here(), input.id)),
      changeMany: api.pages.changeMany.handler(({ input }) => desk.changeMany(here(), input.ids, input.details)),
      bin: api.pages.bin.handler(() => desk.recentlyDeleted(here())),
      restore: api.pages.restore.handler(({ input }) => desk.restoreDeleted(here(), input.path, input.version)),
      history: api.pages.history.handler(({ input }) => desk.pageHistory(here(), input.id)),
      paragraphs: api.pages.paragraphs.handler(({ input }) => desk.paragraphs(here(), input.id)),
      version: api.pages.version.handler(({ input }) => desk.pageVersion(here(), input.id, input.version)),
      putBack: api.pages.putBack.handler(({ input }) => desk.putBack(here(), input.id, input.version)),
      preview: api.pages.preview.handler(({ input }) => here().previews.show(input)),
    },
    media: {
      list: api.media.list.handler(() => desk.listMedia(here())),
      add: api.media.add.handler(({ input: { name, data, ...note } }) => desk.addMedia(here(), name, data, note)),
      describe: api.media.describe.handler(({ input: { name, ...note } }) => desk.describeMedia(here(), name, note)),
      remove: api.media.remove.handler(({ input }) => desk.removeMedia(here(), input.name)),
    },
    checks: {
      help: api.checks.help.handler(({ input }) => helpFor(input.rule)),
      facts: api.checks.facts.handler(async () => {
        const { titles, media, moving = [], today } = await here().checking.facts()
        const { words, shortForms } = here().workspace.config()
        return { titles: [...titles], media: [...media], moving: [...moving], today, words, shortForms }
      }),
      policy: api.checks.policy.handler(() => desk.checkPolicy(here())),
      setLevel: api.checks.setLevel.handler(({ input }) => desk.setCheckLevel(here(), input.id, input.level)),
      setDismissStops: api.checks.setDismissStops.handler(({ input }) => desk.setDismissStops(here(), input.on)),
      terms: api.checks.terms.handler(({ input }) => desk.termsOf(here(), input.id)),
      notAProblem: api.checks.notAProblem.handler(({ input: { id, ...wish } }) => desk.notAProblem(here(), id, wish)),
      problemAgain: api.checks.problemAgain.handler(({ input }) => desk.problemAgain(here(), input.id, input.record)),
    },
    site: {
      drawn: api.site.drawn.handler(() => here().previews.all()),
      drawnWords: api.site.drawnWords.handler(({ input }) => desk.drawnWords(here(), input.id)),
      report: api.site.report.handler(() => desk.siteReport(here())),
      trend: api.site.trend.handler(() => here().trend.points()),
      links: api.site.links.handler(() => here().links.links()),
      notAProblem: api.site.notAProblem.handler(({ input: { id, ...wish } }) =>
        desk.notAProblemBetween(here(), id, wish),
      ),
      lookAtLinks: api.site.lookAtLinks.handler(async () => {
        await here().links.lookNow()
        return { kind: 'ok' }
      }),
      setLooksAtLinks: api.site.setLooksAtLinks.handler(async ({ input }) => {
        await here().links.setOn(input.on)
        return { kind: 'ok' }
      }),
      network: api.site.network.handler(({ input }) => {
        here().links.network(input.free)
        return { kind: 'ok' }
      }),
    },
    review: {
      waiting: api.review.waiting.handler(() => desk.waitingForReview(here())),
      open: api.review.open.handler(({ input }) => desk.openReview(here(), input.id)),
      ask: api.review.ask.handler(({ input }) => desk.askForReview(here(), input.id, input.note)),
      takeBack: api.review.takeBack.handler(({ input }) => desk.takeBackAsk(here(), input.id)),
      comment: api.review.comment.handler(({ input: { id, ...words } }) => desk.comment(here(), id, words)),
      answer: api.review.answer.handler(({ input }) => desk.answerComment(here(), input.id, input.to, input.text)),
      reopen: api.review.reopen.handler(({ input }) => desk.reopenComment(here(), input.id, input.to)),
      settle: api.review.settle.handler(({ input }) => desk.settleComment(here(), input.id, input.to, input.taken)),
      takeWording: api.review.takeWording.handler(({ input }) => desk.takeWording(here(), input.id, input.comment)),
      decide: api.review.decide.handler(({ input: { id, ...wish } }) => desk.decide(here(), id, wish)),
      stillAccurate: api.review.stillAccurate.handler(({ input }) => desk.stillAccurate(here(), input.id)),
      urgent: api.review.urgent.handler(({ input }) => desk.publishUrgently(here(), input.id, input.reason)),
      withdraw: api.review.withdraw.handler(({ input }) => desk.withdraw(here(), input.id, input.reason)),
      bringBack: api.review.bringBack.handler(({ input }) => desk.bringBack(here(), input.id)),
      withdrawn: api.review.withdrawn.handler(({ input }) => desk.withdrawnOf(here(), input.id)),
      fileForComment: api.review.fileForComment.handler(({ input }) =>
        desk.fileForComment(here(), input.id, input.note),
      ),
      lookAtAnswer: api.review.lookAtAnswer.handler(({ input }) => desk.lookAtAnswer(here(), input.text)),
      bringIn: api.review.bringIn.handler(({ input }) => desk.bringInAnswer(here(), input.text, input.vouched)),
      comments: api.review.comments.handler(({ input }) => desk.commentsOn(here(), input.id)),
    },
    services: {
      file: api.services.file.handler(() => desk.servicesFile(here())),
      readFile: api.services.readFile.handler(({ input }) =>
        desk.readServicesFile(here(), { ...input, data: Buffer.from(input.data, 'base64') }),
      ),
      bringIn: api.services.bringIn.handler(({ input: { seen, ...file } }) =>
        desk.bringInServices(here(), { ...file, data: Buffer.from(file.data, 'base64') }, seen),
      ),
    },
    feedback: {
      list: api.feedback.list.handler(() => desk.listComments(here())),
      recognise: api.feedback.recognise.handler(({ input }) => desk.recognise(here(), input.text)),
      recogniseAll: api.feedback.recogniseAll.handler(({ input }) => desk.recogniseAll(here(), input.texts)),
      add: api.feedback.add.handler(({ input }) => desk.addComment(here(), input)),
      change: api.feedback.change.handler(({ input }) => desk.changeComment(here(), input.id, input.details)),
      answer: api.feedback.answer.handler(({ input }) => desk.answerFamily(here(), input.id, input.text)),
      leaveOut: api.feedback.leaveOut.handler(({ input: { id, because, why } }) =>
        desk.leaveOut(here(), id, because, why),
      ),
      takeIn: api.feedback.takeIn.handler(({ input }) => desk.takeIn(here(), input.id)),
      setAction: api.feedback.setAction.handler(({ input }) => desk.setAction(here(), input.id, input.action)),
      publish: api.feedback.publish.handler(({ input: { id, ...words } }) => desk.publishAnswer(here(), id, words)),
      unpublish: api.feedback.unpublish.handler(({ input }) => desk.unpublishAnswer(here(), input.id)),
      remove: api.feedback.remove.handler(({ input }) => desk.removeComment(here(), input.id)),
      readFile: api.feedback.readFile.handler(({ input }) => desk.readCommentsFile(here(), input.data)),
      bringIn: api.feedback.bringIn.handler(({ input }) => desk.bringInComments(here(), input.data, input.rows)),
    },
    week: {
      get: api.week.get.handler(() => desk.week(here())),
      give: api.week.give.handler(({ input }) => desk.giveLine(here(), input.about, input.to)),
      giveAll: api.week.giveAll.handler(({ input }) => desk.giveAll(here(), input.from, input.to)),
      putOff: api.week.putOff.handler(({ input: { about, ...wish } }) => desk.putOffLine(here(), about, wish)),
      takeUp: api.week.takeUp.handler(({ input }) => desk.takeUpLine(here(), input.about, input.record)),
      calendar: api.week.calendar.handler(({ input }) => desk.reviewCalendar(here(), input)),
      feed: api.week.feed.handler(() => here().feed.state()),
      nameFeedFolder: api.week.nameFeedFolder.handler(({ input }) => desk.nameFeedFolder(here(), input.folder)),
      views: api.week.views.handler(() => desk.weekViews(here())),
      keepView: api.week.keepView.handler(({ input }) => desk.keepWeekView(here(), input)),
      forgetView: api.week.forgetView.handler(({ input }) => desk.forgetWeekView(here(), input.name)),
      spread: api.week.spread.handler(({ input: { ids, ...within } }) => desk.spreadReviews(here(), ids, within)),
    },
    report: {
      list: api.report.list.handler(() => desk.listReports(here())),
      make: api.report.make.handler(({ input }) => desk.report(here(), input.wish)),
      keepWords: api.report.keepWords.handler(({ input: { wish, section, text } }) =>
        desk.keepReportWords(here(), wish, section, text),
      ),
      file: api.report.file.handler(async ({ input }) => {
        const file = await desk.reportAsFile(here(), input.wish, input.format)
        if (isRefusal(file)) return file
        const { name, bytes } = file
        return { kind: 'file', name, type: typeOfReport[input.format], data: Buffer.from(bytes).toString('base64') }
      }),
    },
    checklist: {
      list: api.checklist.list.handler(() => here().knowing.checklists()),
      coverage: api.checklist.coverage.handler(({ input }) => desk.coverageOf(here(), input.checklist)),
    },
    lists: {
      change: api.lists.change.handler(({ input }) => desk.changeList(here(), input.checklist, input.change)),
      readFile: api.lists.readFile.handler(({ input: { data, ...wish } }) =>
        desk.readListFile(here(), { ...wish, data: Buffer.from(data, 'base64') }),
      ),
      bringIn: api.lists.bringIn.handler(({ input: { data, ...wish } }) =>
        desk.bringInList(here(), { ...wish, data: Buffer.from(data, 'base64') }),
      ),
      stray: api.lists.stray.handler(() => desk.strayTags(here())),
      moveTag: api.lists.moveTag.handler(({ input }) => desk.moveTag(here(), input.from, input.to)),
    },
    evaluation: {
      list: api.evaluation.list.handler(() => desk.listEvaluations(here())),
      begin: api.evaluation.begin.handler(({ input }) => desk.beginEvaluation(here(), input.checklist, input.title)),
      open: api.evaluation.open.handler(({ input }) => desk.openEvaluation(here(), input.id)),
      judge: api.evaluation.judge.handler(({ input: { id, ...words } }) => desk.judge(here(), id, words)),
      lookalikes: api.evaluation.lookalikes.handler(({ input }) =>
        desk.lookalikes(here(), input.checklist, input.requirement),
      ),
      finish: api.evaluation.finish.handler(({ input }) => desk.finishEvaluation(here(), input.id)),
      finished: api.evaluation.finished.handler(({ input }) => desk.finishedEvaluation(here(), input.snapshot)),
      compare: api.evaluation.compare.handler(({ input }) => desk.compareEvaluations(here(), input.one, input.other)),
      matrix: api.evaluation.matrix.handler(({ input }) => desk.matrixIn(here(), input.checklist)),
      gaps: api.evaluation.gaps.handler(({ input }) => desk.gapsIn(here(), input.checklist)),
      sayOfGap: api.evaluation.sayOfGap.handler(({ input: { checklist, ...words } }) =>
        desk.sayOfGap(here(), checklist, words),
      ),
      addEvidence: api.evaluation.addEvidence.handler(({ input: { checklist, ...words } }) =>
        desk.addEvidence(here(), checklist, words),
      ),
    },
    sync: {
      state: api.sync.state.handler(() => here().sharing.state()),
      now: api.sync.now.handler(async () => {
        await running.job('sync', signal => {
          signal.addEventListener('abort', () => here().sharing.cancel())
          return here().sharing.now()
        })
        return here().sharing.state()
      }),
      online: api.sync.online.handler(() => {
        running.session()?.sharing.online()
        return { kind: 'ok' }
      }),
      choices: api.sync.choices.handler(() => desk.openChoices(here())),
      reply: api.sync.reply.handler(({ input: { id, ...reply } }) => desk.keepReply(here(), id, reply)),
      tryOut: api.sync.tryOut.handler(({ input }) => desk.tryAnswer(here(), input.id, input.answer)),
      finish: api.sync.finish.handler(({ input }) => desk.finishChoices(here(), input.ids)),
      answered: api.sync.answered.handler(() => desk.answeredLately(here())),
      leave: api.sync.leave.handler(({ input }) => desk.leaveAsItIs(here(), input.id)),
      askAgain: api.sync.askAgain.handler(({ input }) => desk.askAgain(here(), input.id)),
    },
    told: {
      all: api.told.all.handler(() => here().history.told()),
      takeMine: api.told.takeMine.handler(({ input }) => desk.takeMineBack(here(), input.id)),
      putAway: api.told.putAway.handler(({ input }) => here().history.putToldAway(input.id)),
    },
    connection: {
      test: api.connection.test.handler(({ input, signal }) =>
        desk.testConnection(running.world, running.session(), input, signal),
      ),
    },
    live: {
      state: api.live.state.handler(() => here().live.state()),
      plan: api.live.plan.handler(() => here().live.plan()),
      publish: api.live.publish.handler(({ input }) =>
        running.job('publish', signal => here().live.publish(input.plan, { signal })),
      ),
      although: api.live.although.handler(({ input: { id, ...wish } }) => desk.publishAlthough(here(), id, wish)),
      verify: api.live.verify.handler(() => here().live.verify()),
      before: api.live.before.handler(() => here().live.before()),
      undo: api.live.undo.handler(({ input }) =>
        running.job('publish', signal => here().live.undo(input.publish, input.reason, { signal })),
      ),
      hosts: api.live.hosts.handler(() => desk.webHosts(here())),
      lookAtHost: api.live.lookAtHost.handler(({ input }) => desk.lookAtHost(input)),
      trustHost: api.live.trustHost.handler(({ input }) => desk.trustHost(here(), input)),
      allowFolder: api.live.allowFolder.handler(({ input }) => desk.allowFolder(here(), input.path)),
    },
    settings: {
      config: api.settings.config.handler(() => here().workspace.config()),
      setConfig: api.settings.setConfig.handler(({ input }) => desk.setConfig(here(), input)),
      unread: api.settings.unread.handler(() => here().workspace.unreadSettings()),
      addWord: api.settings.addWord.handler(({ input }) => desk.addWord(here(), input)),
      removeWord: api.settings.removeWord.handler(({ input }) => desk.removeWord(here(), input.word)),
      connect: api.settings.connect.handler(({ input }) => desk.connect(here(), input.address, input.token)),
      connection: api.settings.connection.handler(() => desk.connection(here())),
    },
    events: {
      listen: api.events.listen.handler(({ signal }) => running.events.subscribe('app', signal ? { signal } : {})),
    },
  }
}

function notOpen(): never {
  throw new ORPCError('PRECONDITION_FAILED', { message: 'No workspace is open.' })
}
