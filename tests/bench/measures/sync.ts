import { execFile, execFileSync } from 'node:child_process'
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as desk from '../../../src/main/desk/index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { startGitHost } from '../git-host.ts'
import { inTurns, type Measure, rowOf, sampled, together } from '../measure.ts'
import { openDesk } from '../open-desk.ts'

const token = 'token-of-priya'
const rounds = 9

/**
 * One edit shared through a real server, beside git itself on a clone of the same repository; and nothing to do. Git's rows
 * hold the start of each of its commands, as somebody has who uses it; Signpost is running. What starting git alone takes is
 * in a row of its own, so that both can be compared without it. The server's work is in nobody's processor time.
 */
export const sync: Measure = {
  name: 'sync',
  async run({ workspace, scratch }) {
    const host = await startGitHost(join(scratch, 'git'), token)
    try {
      execFileSync('git', ['push', '-q', host.folder, 'main', 'live'], { cwd: workspace })
      const clone = cloneOf(host.url, join(scratch, 'clone'))
      const opened = await openDesk(workspace, join(scratch, 'data'))
      const connected = await desk.connect(opened.session, host.url, token)
      if (isRefusal(connected)) throw new Error(connected.sentence)
      const besides = new Set([host.pid])
      const measured = (work: () => Promise<unknown>) => sampled(work, besides)
      const share = () => shareNow(opened.session)
      const pages = ['pages/education', 'pages/health'].map(folder => firstPage(workspace, folder))
      const [page = '', other = ''] = pages

      const samples = await inTurns(rounds + 1, {
        async ours(round) {
          await share()
          appendFileSync(join(workspace, page), `\nEdit ${round}.\n`)
          return measured(share)
        },
        async git(round) {
          await clone.git('pull', '-q', '--rebase')
          appendFileSync(join(clone.folder, other), `\nEdit ${round}.\n`)
          return together([
            await measured(() => clone.git('commit', '-qam', `Edit ${round}`)),
            await measured(() => clone.git('fetch', '-q')),
            await measured(() => clone.git('push', '-q')),
          ])
        },
        async oursIdle() {
          await share()
          return measured(share)
        },
        async gitIdle() {
          await clone.git('fetch', '-q')
          return measured(() => clone.git('fetch', '-q'))
        },
        starting: () => measured(() => clone.git('--version')),
      })
      await opened.close()
      // Both have done everything once before they are measured, as on any day after the first minute.
      const row = (what: string, name: keyof typeof samples, ...target: Parameters<typeof rowOf>[2][]) =>
        rowOf(what, samples[name].slice(1), ...target)
      return [
        row('sync of one edit', 'ours', { times: 2, row: '  git commit + fetch + push' }),
        row('  git commit + fetch + push', 'git'),
        row('sync with nothing to do', 'oursIdle', { times: 1.5, row: '  git fetch' }),
        row('  git fetch', 'gitIdle'),
        row('  of which starting git once', 'starting'),
      ]
    } finally {
      await host.stop()
    }
  },
}

function cloneOf(address: string, folder: string) {
  const url = address.replace('://', `://priya:${token}@`)
  execFileSync('git', ['clone', '-q', '-b', 'main', url, folder])
  for (const [name, value] of Object.entries({ 'user.name': 'Sam', 'user.email': 'sam@example.org' })) {
    execFileSync('git', ['config', name, value], { cwd: folder })
  }
  const later = promisify(execFile)
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' }
  return { folder, git: (...args: string[]) => later('git', args, { cwd: folder, env }) }
}

async function shareNow({ sharing }: desk.Session): Promise<void> {
  await sharing.now()
  const { kind } = sharing.state()
  if (kind !== 'shared') throw new Error(`sharing ended as ${kind}`)
}

const firstPage = (workspace: string, folder: string) =>
  `${folder}/${readdirSync(join(workspace, folder)).toSorted()[1]}`
