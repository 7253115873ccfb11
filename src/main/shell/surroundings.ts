import { readFileSync } from 'node:fs'

/** What of this computer decides which shell can run; read once, at the start. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** Null where there are no user ids (Windows). */
  uid: number | null
  /** Whether an ordinary program may make the sandbox that Chromium needs. */
  sandbox: boolean
}

export function surroundingsOf(process: Pick<NodeJS.Process, 'platform' | 'env' | 'getuid'>): Surroundings {
  return {
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.() ?? null,
    sandbox: process.platform !== 'linux' || canMakeSandbox(readSetting),
  }
}

export function hasDisplay({ platform, env }: Surroundings): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Chromium's sandbox on Linux is made of user namespaces, which a distribution may have switched off in one of three ways. */
export function canMakeSandbox(setting: (name: string) => string | null): boolean {
  return (
    setting('kernel/unprivileged_userns_clone') !== '0' &&
    setting('user/max_user_namespaces') !== '0' &&
    setting('kernel/apparmor_restrict_unprivileged_userns') !== '1'
  )
}

function readSetting(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim()
  } catch {
    // A setting that this kernel does not have restricts nothing.
    return null
  }
}
