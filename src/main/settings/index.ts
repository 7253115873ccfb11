/** This computer's own state: settings, secrets, and what belongs to one workspace here but is never part of it. */
export * from './changes.ts'
export { dataFolder, type Host, workspaceDataFolder, workspaceKey } from './data-folder.ts'
export { type JsonRead, readJson, writeJson } from './durable-json.ts'
export { type JsonFolder, type JsonFolderDeps, jsonFolder } from './json-folder.ts'
export { type OneAtATime, oneAtATime } from './one-at-a-time.ts'
export type { Recent, Remembered, SettingsData, Theme, WindowState } from './schema.ts'
export { type Keychain, keychainSecrets, keyringSecrets, type SecretStore, sessionSecrets } from './secrets.ts'
export { openSettings, type Settings, type SettingsDeps } from './settings.ts'
