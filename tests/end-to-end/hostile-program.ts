import { join } from 'node:path'
import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { call, implement, isProcedure } from '@orpc/server'
import { z } from 'zod'
import { placesFrom } from '../../src/main/places.ts'
import { startApp } from '../../src/main/program.ts'
import { openSettings, sessionSecrets, withMe } from '../../src/main/settings/index.ts'
import type { App, AppRouter, Host } from '../../src/main/shell/index.ts'
import { serveLoopback } from '../../src/main/shell/loopback/server.ts'
import { windowFiles } from '../../src/main/shell/window-files.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { freeFields, marked, unmarked } from '../security/hostile-answers.ts'

export interface HostileProgram {
  /** Lets one browser in. */
  address: string
  /** Every field that the window was told something hostile in. */
  fields: ReadonlySet<string>
  /** Every field in which it could be. */
  all: ReadonlySet<string>
  /** How many questions of the window wait for their answer. */
  waiting(): number
  /** What the program tells every window without being asked. */
  emit: App['emit']
  close(): Promise<void>
}

const host: Host = {
  shell: 'loopback',
  canChooseFolder: false,
  chooseFolder: async () => null,
  secrets: sessionSecrets(),
  openExternal: async () => undefined,
  notify: () => undefined,
  setTheme: () => undefined,
  fetch: globalThis.fetch,
}

/** Something waits for him in the sample. */
const priya = { name: 'Priya Nair', email: 'priya@example.org' }

/** Signpost itself with a real workspace, but that the window is told every word of it in an attacker's spelling. */
export async function startHostileProgram(folder: string, workspace: string): Promise<HostileProgram> {
  const places = {
    ...placesFrom(new URL('../../out/main', import.meta.url).pathname, null),
    data: join(folder, 'data'),
  }
  const settings = await openSettings({ data: places.data, now: () => new Date() })
  await settings.change(data => withMe(data, priya))
  const app = await startApp({ places, settings }, host, workspace)
  if (isRefusal(app)) throw new Error(app.sentence)
  const told: Told = { fields: new Set(), waiting: 0 }
  const router = hostileRouter(app.router, told)
  const server = await serveLoopback({ app: { ...app, router }, files: windowFiles(places.built.window), port: 0 })
  if (isRefusal(server)) throw new Error(server.sentence)
  return {
    address: server.newAddress(),
    fields: told.fields,
    waiting: () => told.waiting,
    all: new Set(answers().flatMap(({ path, told }) => freeFields(told, path))),
    emit: app.emit,
    async close() {
      await server.close()
      await app.close()
    },
  }
}

interface Told {
  fields: Set<string>
  waiting: number
}

/** The same answers, with the mark in them, under the same contract. */
function hostileRouter(router: AppRouter, window: Told): AppRouter {
  return Object.fromEntries(
    Object.entries(contract).map(([part, procedures]) => [
      part,
      Object.fromEntries(
        Object.entries(procedures).map(([name, procedure]) => [name, hostile(router, procedure, [part, name], window)]),
      ),
    ]),
  ) as unknown as AppRouter
}

/** What each answer of the contract looks like; of one that goes on, each part of it. */
function answers(): { path: string; told: z.core.$ZodType }[] {
  return Object.entries(contract).flatMap(([part, procedures]) =>
    Object.entries(procedures).flatMap(([name, procedure]) => {
      const told = toldBy(procedure)
      return told === null ? [] : [{ path: `${part}.${name}`, told }]
    }),
  )
}

function toldBy(procedure: { '~orpc': { outputSchema?: unknown } }): z.core.$ZodType | null {
  const schema = procedure['~orpc'].outputSchema
  const told = getEventIteratorSchemaDetails(schema as never)?.yields ?? schema
  return told instanceof z.core.$ZodType ? told : null
}

type Parts = Record<string, Record<string, unknown>>

function hostile(router: AppRouter, procedure: { '~orpc': { outputSchema?: unknown } }, path: string[], window: Told) {
  const [part = '', name = ''] = path
  const real = (router as unknown as Parts)[part]?.[name]
  const toAnswer = (implement(contract) as unknown as Record<string, Record<string, Answering>>)[part]?.[name]
  if (!isProcedure(real) || toAnswer === undefined) throw new Error(`${path.join('.')} is in no router`)
  const told = toldBy(procedure)
  const mark = (value: unknown): unknown => {
    if (told === null) return value
    const { value: answer, fields: given } = marked(told, value, path.join('.'))
    for (const field of given) window.fields.add(field)
    return answer
  }
  return toAnswer.handler(async ({ input, signal }) => {
    window.waiting += 1
    try {
      const answer: unknown = await call(real, unmarked(input), signal ? { signal } : {})
      return isIterator(answer) ? markedOneByOne(answer, mark) : mark(answer)
    } finally {
      window.waiting -= 1
    }
  })
}

interface Answering {
  handler(answer: (asked: { input: unknown; signal?: AbortSignal }) => Promise<unknown>): unknown
}

function isIterator(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

async function* markedOneByOne(told: AsyncIterable<unknown>, mark: (value: unknown) => unknown) {
  for await (const one of told) yield mark(one)
}
