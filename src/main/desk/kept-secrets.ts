import type { World } from './session.ts'

/** Secrets of one workspace on this computer: in the keychain, or in memory alone where there is none. */

/** Where each is kept now. */
const keptIn = new Map<string, 'keychain' | 'this-session'>()

export async function keepSecret(
  { secrets }: Pick<World, 'secrets'>,
  key: string,
  value: string,
): Promise<'keychain' | 'this-session'> {
  const kept = await secrets.set(key, value)
  keptIn.set(key, kept)
  return kept
}

export async function whereKept(
  { secrets }: Pick<World, 'secrets'>,
  key: string,
): Promise<'keychain' | 'this-session' | 'none'> {
  return (await secrets.get(key)) === null ? 'none' : (keptIn.get(key) ?? 'keychain')
}
