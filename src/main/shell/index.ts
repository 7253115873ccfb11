export type { App, AppRouter, Built, Host, Response, StartApp } from './host.ts'
export { useSystemNetwork } from './loopback/network.ts'
export { type DownloadMemory, type OpenDeps, type OpenWish, openSignpost } from './open.ts'
