/** The server does not have what was asked for, or does not give it; and it broke off while it answered. */
export const serverRefused = 'ServerRefused'
export const serverStopped = 'ServerStopped'

export const saidNo = (code: typeof serverRefused | typeof serverStopped, words: string): Error =>
  Object.assign(new Error(words), { code })
