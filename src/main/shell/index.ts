export { fetchLimits } from './fetch-electron.ts'
export type { App, AppRouter, Built, Host, Response, StartApp } from './host.ts'
export { type DownloadMemory, type OpenDeps, type OpenWish, openSignpost } from './open.ts'
export { surroundingsOf } from './surroundings.ts'
