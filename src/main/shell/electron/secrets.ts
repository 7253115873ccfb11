import { join } from 'node:path'
import { safeStorage } from 'electron'
import { z } from 'zod'
import { type Keychain, keychainSecrets, readJson, type SecretStore, writeJson } from '../../settings/index.ts'

/**
 * Secrets, each encrypted with a key that the operating system's keychain holds, in one small file of this computer's own.
 * Where Chromium finds no keychain (on Linux it would then use a password that is written in its source), nothing is
 * written: the secret is held in memory and asked for again next time.
 */
export function electronSecrets(data: string): SecretStore {
  return keychainSecrets(() => safeStorageKeychain(data))
}

const secretsSchema = z.record(z.string(), z.base64())

async function safeStorageKeychain(data: string): Promise<Keychain> {
  if (!(await safeStorage.isAsyncEncryptionAvailable()) || isPlainText()) throw new Error('There is no keychain.')
  const path = join(data, 'secrets.json')
  const read = async () => {
    const found = await readJson(path, secretsSchema)
    return found.kind === 'read' ? found.value : {}
  }
  let last: Promise<unknown> = Promise.resolve()
  /** One change at a time: each starts from what the one before it left. */
  const change = (next: (secrets: Record<string, string>) => Record<string, string>) => {
    const changed = last.then(async () => writeJson(data, path, next(await read())))
    last = changed.catch(() => undefined)
    return changed
  }
  return {
    async get(key) {
      const kept = (await read())[key]
      if (kept === undefined) return null
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(kept, 'base64'))
      return result
    },
    async set(key, value) {
      const encrypted = (await safeStorage.encryptStringAsync(value)).toString('base64')
      await change(secrets => ({ ...secrets, [key]: encrypted }))
    },
    async remove(key) {
      await change(secrets => Object.fromEntries(Object.entries(secrets).filter(([name]) => name !== key)))
    },
  }
}

function isPlainText(): boolean {
  if (process.platform !== 'linux') return false
  const backend = safeStorage.getSelectedStorageBackend()
  return backend === 'basic_text' || backend === 'unknown'
}
