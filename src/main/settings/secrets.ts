/**
 * Where access tokens are kept: the operating system's keychain, or this program's memory, never a file. `set` answers
 * which of the two it was, so that the screen can say “you will be asked again next time”.
 */
export interface SecretStore {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<'keychain' | 'this-session'>
  remove(key: string): Promise<void>
}

/** A keychain as this folder needs it; each call may throw, and a throw means that there is no keychain to be had. */
export interface Keychain {
  get(key: string): Promise<string | null>
  set(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
}

/** Secrets that are forgotten when the program ends. */
export function sessionSecrets(): SecretStore {
  const secrets = new Map<string, string>()
  return {
    get: async key => secrets.get(key) ?? null,
    set: async (key, value) => {
      secrets.set(key, value)
      return 'this-session'
    },
    remove: async key => {
      secrets.delete(key)
    },
  }
}

/**
 * Secrets in a keychain that is opened at the first call. Whatever goes wrong there (none on this computer, locked, no
 * permission), the secret is held in memory instead: a person can work now and is asked again next time.
 */
export function keychainSecrets(open: () => Promise<Keychain>): SecretStore {
  const session = sessionSecrets()
  let opening: Promise<Keychain> | undefined
  const keychain = () => (opening ??= open())

  return {
    async get(key) {
      const held = await session.get(key)
      if (held !== null) return held
      return keychain()
        .then(chain => chain.get(key))
        .catch(() => null)
    },
    async set(key, value) {
      try {
        await (await keychain()).set(key, value)
        await session.remove(key)
        return 'keychain'
      } catch {
        return session.set(key, value)
      }
    },
    async remove(key) {
      await session.remove(key)
      await keychain()
        .then(chain => chain.remove(key))
        .catch(() => undefined)
    },
  }
}

const service = 'Signpost'

/** The operating system's keychain without Electron: Keychain, Credential Manager, or the Secret Service on Linux. */
export function keyringSecrets(): SecretStore {
  return keychainSecrets(async () => {
    const { AsyncEntry } = await import('@napi-rs/keyring')
    // Without this, Linux would silently fall back to a keyring in the kernel that a restart empties: not a keychain.
    const entry = (key: string) => new AsyncEntry(service, key, { linux: { store: 'secret-service' } })
    return {
      get: key => entry(key).getPassword(),
      set: (key, value) => entry(key).setPassword(value),
      remove: async key => {
        await entry(key).deletePassword()
      },
    }
  })
}
