import { describe, expect, test } from 'vitest'
import { keychainSecrets } from '../../src/main/settings/index.ts'

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
