import { execFileSync } from 'node:child_process'
import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as desk from '../../../src/main/desk/index.ts'
import { isRefusal } from '../../../src/shared/outcome.ts'
import { startGitServer } from '../../git-server/git-server.ts'
import { type Measure, timedAsync, timedBeside } from '../measure.ts'
import { openDesk } from '../open-desk.ts'

const token = 'token-of-priya'

/**
 * One edit shared through a real server, beside git itself on a clone of the same repository; and nothing to do. Git's rows
 * hold the start of each of its commands, as somebody has who uses it; Signpost is running. What starting git alone takes is
 * in a row of its own, so that both can be compared without it.
 */
export const sync: Measure = {
  name: 'sync',
  async run({ workspace, scratch }) {
    const server = await startGitServer({ dir: join(scratch, 'git'), users: { priya: token } })
    try {
      const bare = server.create('offer')
      const native = (args: string[], cwd: string) => timedBeside('git', args, { GIT_TERMINAL_PROMPT: '0' }, cwd)
      const url = server.url('offer').replace('://', `://priya:${token}@`)
      execFileSync('git', ['push', '-q', bare, 'main', 'live'], { cwd: workspace })
      const clone = join(scratch, 'clone')
      await native(['clone', '-q', '-b', 'main', url, clone], scratch)
      for (const [name, value] of [
        ['user.name', 'Sam'],
        ['user.email', 'sam@example.org'],
      ])
        execFileSync('git', ['config', name ?? '', value ?? ''], { cwd: clone })

      const session = await openDesk(workspace, join(scratch, 'data'))
      const connected = await desk.connect(session.session, server.url('offer'), token)
      if (isRefusal(connected)) throw new Error(connected.sentence)
      const page = `pages/education/${readdirSync(join(workspace, 'pages/education')).toSorted()[1]}`
      const other = `pages/health/${readdirSync(join(workspace, 'pages/health')).toSorted()[1]}`
      const rows: Record<'ours' | 'git' | 'oursIdle' | 'gitIdle', number[]> = {
        ours: [],
        git: [],
        oursIdle: [],
        gitIdle: [],
      }
      for (const run of [1, 2, 3, 4, 5]) {
        appendFileSync(join(workspace, page), `\nEdit ${run}.\n`)
        rows.ours.push(await timedAsync(() => session.session.sharing.now()))
        const state = session.session.sharing.state().kind
        if (state !== 'shared') throw new Error(`sharing ended as ${state}`)
        rows.oursIdle.push(await timedAsync(() => session.session.sharing.now()))
        await native(['pull', '-q', '--rebase'], clone)
        appendFileSync(join(clone, other), `\nEdit ${run}.\n`)
        const commit = await native(['commit', '-qam', `Edit ${run}`], clone)
        const fetched = await native(['fetch', '-q'], clone)
        rows.git.push(commit + fetched + (await native(['push', '-q'], clone)))
        rows.gitIdle.push(await native(['fetch', '-q'], clone))
        await session.session.sharing.now()
      }
      await session.close()
      const starts: number[] = []
      for (const _ of [1, 2, 3, 4, 5]) starts.push(await native(['--version'], clone))
      return [
        { what: 'sync of one edit', unit: 'ms', runs: rows.ours },
        { what: '  git commit + fetch + push', unit: 'ms', runs: rows.git },
        { what: 'sync with nothing to do', unit: 'ms', runs: rows.oursIdle },
        { what: '  git fetch', unit: 'ms', runs: rows.gitIdle },
        { what: '  of which starting git once', unit: 'ms', runs: starts },
      ]
    } finally {
      await server.stop()
    }
  },
}
