import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { type GitServer, startGitServer } from '../git-server/git-server.ts'
import { closeLaptops, joining, type Laptop, laptop, must, priya } from './laptop.ts'

export const sam = { name: 'Sam Oduya', email: 'sam@example.org' }

const users = { priya: 'priyas-token', sam: 'sams-token', danny: 'dannys-token' }

export interface TeamServer {
  /** For whatever else a file's tests leave on the disk. */
  readonly folder: string
  readonly server: GitServer
  /** Priya's laptop with one page that `prepare` makes, shared; and Sam's, who joined. */
  team(name: string, prepare: (at: Laptop) => Promise<PageId>): Promise<{ one: Laptop; two: Laptop; id: PageId }>
}

/** A git server for the tests of one file, on which Priya, Sam and Danny have a token. */
export function teamServer(): TeamServer {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-team-'))
  let server: GitServer
  beforeAll(async () => {
    server = await startGitServer({ dir: join(folder, 'git'), users })
  })
  afterEach(async () => {
    server.behave({ kind: 'well' })
    await closeLaptops()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    get server() {
      return server
    },
    async team(name, prepare) {
      server.create(name)
      const one = await laptop(priya)
      const id = await prepare(one)
      must(await desk.connect(one.session, server.url(name), 'priyas-token'))
      return { one, two: await joining(sam, server.url(name), 'sams-token'), id }
    },
  }
}
