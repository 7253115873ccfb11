import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noncePlaceholder } from './src/shared/contract/handover.ts'

export default defineConfig({
  main: {
    build: {
      lib: { entry: { index: resolve('src/main/index.ts'), cli: resolve('src/main/cli.ts') }, formats: ['es'] },
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
    plugins: [react()],
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
