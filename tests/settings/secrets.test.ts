import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ChoiceStore, choiceStore, keychainSecrets, workspaceDataFolder } from '../../src/main/settings/index.ts'
import { type Choice, choiceSchema } from '../../src/shared/contract/index.ts'

/** A keychain in memory; `locked` makes every call fail, as a locked or absent one does. */
function fakeKeychain() {
  const kept = new Map<string, string>()
  const state = { locked: false }
  const call = async <T>(work: () => T): Promise<T> => {
    if (state.locked) throw new Error('locked')
    return work()
  }
  return {
    kept,
    state,
    open: async () => ({
      get: (key: string) => call(() => kept.get(key) ?? null),
      set: (key: string, value: string) => call(() => void kept.set(key, value)),
      remove: (key: string) => call(() => void kept.delete(key)),
    }),
  }
}

describe('secrets', () => {
  test('go to the keychain and are found there', async () => {
    const chain = fakeKeychain()
    const secrets = keychainSecrets(chain.open)
    expect(await secrets.set('https://git.example.org', 'token')).toBe('keychain')
    expect(chain.kept.get('https://git.example.org')).toBe('token')
    expect(await keychainSecrets(chain.open).get('https://git.example.org')).toBe('token')
    await secrets.remove('https://git.example.org')
    expect(await secrets.get('https://git.example.org')).toBeNull()
  })

  test('without a keychain are held for this session only, and it says so', async () => {
    const secrets = keychainSecrets(() => Promise.reject(new Error('no such module')))
    expect(await secrets.get('a')).toBeNull()
    expect(await secrets.set('a', 'token')).toBe('this-session')
    expect(await secrets.get('a')).toBe('token')
    await secrets.remove('a')
    expect(await secrets.get('a')).toBeNull()
  })

  test('a new token that a locked keychain would not take wins over the old one in it', async () => {
    const chain = fakeKeychain()
    const secrets = keychainSecrets(chain.open)
    await secrets.set('a', 'old')
    chain.state.locked = true
    expect(await secrets.set('a', 'new')).toBe('this-session')
    chain.state.locked = false
    expect(await secrets.get('a')).toBe('new')
    expect(await secrets.set('a', 'newer')).toBe('keychain')
    expect(await secrets.get('a')).toBe('newer')
  })
})

const emptyDoc = { type: 'doc', content: [] }
const side = { by: { name: 'Priya', email: 'priya@example.org' }, at: '2026-11-22T10:42:00.000Z', doc: emptyDoc }
const choice = (id: string): Choice =>
  choiceSchema.parse({
    id,
    page: '01JD9ZQ3M8X5T2V7W4K6N1P0RS',
    title: 'Moving into Southend',
    field: 'body',
    mine: side,
    theirs: side,
    before: emptyDoc,
    above: emptyDoc,
    below: emptyDoc,
  })

describe('choices', () => {
  let data = ''
  let choices: ChoiceStore
  const workspace = '/home/offer'
  const reopen = () => choiceStore(workspace, { data, now: () => new Date('2026-11-22T10:42:00Z') })
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'signpost-choices-'))
    choices = reopen()
  })
  afterEach(() => rm(data, { recursive: true, force: true }))

  test('wait on this computer until they are answered', async () => {
    expect(await choices.list()).toEqual([])
    await choices.put(choice('one'))
    await choices.put(choice('two'))
    expect((await reopen().list()).map(({ id }) => id)).toEqual(['one', 'two'])
    await choices.remove('one')
    await choices.remove('one')
    expect((await reopen().list()).map(({ id }) => id)).toEqual(['two'])
  })

  test('an id is never taken for a path', async () => {
    await choices.put(choice('../../../escaped'))
    expect(await readdir(data)).toEqual(expect.arrayContaining(['workspaces']))
    expect(await readdir(join(workspaceDataFolder(data, workspace), 'choices'))).toHaveLength(1)
    expect((await choices.list()).map(({ id }) => id)).toEqual(['../../../escaped'])
    await choices.remove('../../../escaped')
    expect(await choices.list()).toEqual([])
  })
})
