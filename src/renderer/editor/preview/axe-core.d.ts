/** What is left of axe's own file where it does not run as it loads: see `electron.vite.config.ts`. */
declare module 'axe-core/axe.min.js' {
  /** Makes the library for one window, which has it as `axe` from then on. */
  export function putAxeInto(window: Window): void
}
