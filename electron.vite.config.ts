import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { noncePlaceholder } from './src/shared/contract/handover.ts'

/**
 * axe-core's file runs as it loads, for the window that loads it. Here the same file is a module that is given a window:
 * the preview's, which may run no script of its own (docs/decisions/0021).
 */
function axeForAnyWindow(): Plugin {
  const call = '("object"==typeof window?window:this);'
  return {
    name: 'axe-for-any-window',
    transform: {
      filter: { id: /axe-core\/axe\.min\.js$/ },
      handler(code) {
        const written = code.trimEnd()
        const start = written.indexOf('!function')
        if (start < 0 || !written.endsWith(call)) this.error('axe-core no longer ends with the call that is left out')
        const notice = written.slice(0, start)
        // It looks whether it is a CommonJS module, which it is not here.
        return `${notice}const module = undefined\nexport const putAxeInto = ${written.slice(start + 1, -call.length)}`
      },
    },
  }
}

export default defineConfig({
  main: {
    build: {
      lib: {
        entry: {
          index: resolve('src/main/index.ts'),
          cli: resolve('src/main/cli.ts'),
          'check-thread': resolve('src/main/desk/check-thread.ts'),
          'picture-thread': resolve('src/main/publish/pictures/picture-thread.ts'),
          'index-thread': resolve('src/main/publish/search/index-thread.ts'),
        },
        formats: ['es'],
      },
    },
  },
  // A sandboxed preload is one CommonJS file that may require only `electron`.
  preload: {
    build: {
      externalizeDeps: false,
      lib: { entry: { preload: resolve('src/main/preload.ts') }, formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    html: { cspNonce: noncePlaceholder },
    plugins: [react(), axeForAnyWindow()],
    worker: { format: 'es' },
    build: {
      rollupOptions: { input: resolve('src/renderer/index.html') },
      // A font or picture inside a style sheet would need `data:` in the window's content policy.
      assetsInlineLimit: 0,
      minify: true,
      // The same window is shown by whatever browser a council has.
      target: 'es2022',
      // In kilobytes: it comes from this computer's own disk, in one piece.
      chunkSizeWarningLimit: 2000,
    },
  },
})
