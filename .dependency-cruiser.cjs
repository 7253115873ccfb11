/** The arrows of the house (docs/architecture.md): they point down only, and `npm run lint` proves it. */
const except = (...names) => `^src/main/(?!(${names.join('|')})/)`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-touches-nothing',
      comment: 'src/shared runs in node, browser and worker alike: no I/O, no Electron, no React, no DOM.',
      severity: 'error',
      from: { path: '^src/shared' },
      to: {
        path: [
          '^src/(main|renderer)',
          '^(node:)?(fs|path|http|https|net|os|child_process|crypto|worker_threads|url|stream|buffer|process)(/|$)',
          'node_modules/(electron|react|react-dom|react-aria-components|@tiptap|isomorphic-git|lowdb|ws)(/|$)',
        ],
      },
    },
    {
      name: 'content-is-the-ground',
      comment: 'The document model knows nothing of what is built on it.',
      severity: 'error',
      from: { path: '^src/shared/content' },
      to: { path: '^src/shared/(checks|checklist|review|merge|site|contract)' },
    },
    {
      name: 'domain-does-not-know-the-contract',
      severity: 'error',
      from: { path: '^src/shared/(?!contract)' },
      to: { path: '^src/shared/contract' },
    },
    {
      name: 'window-and-main-meet-in-the-contract',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: {
        path: [
          '^src/main',
          '^(node:)?(fs|path|http|https|net|os|child_process|crypto|worker_threads)(/|$)',
          'node_modules/(electron|isomorphic-git|lowdb|ws)(/|$)',
        ],
      },
    },
    {
      name: 'main-does-not-know-the-window',
      severity: 'error',
      from: { path: '^src/main' },
      to: { path: '^src/renderer' },
    },
    {
      name: 'main-folders-meet-at-their-doors',
      comment: 'A folder of src/main is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^src/main/([^/]+)/' },
      to: { path: '^src/main/[^/]+/', pathNot: ['^src/main/$1/', '^src/main/[^/]+/index\\.ts$'] },
    },
    {
      name: 'only-shells-know-the-host',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main/shell/', '^src/main/index\\.ts$', '^src/main/preload\\.ts$'] },
      to: { path: 'node_modules/electron(/|$)|^electron$' },
    },
    {
      name: 'only-git-knows-git',
      severity: 'error',
      from: { path: except('git') },
      to: { path: 'node_modules/isomorphic-git' },
    },
  ],
  options: {
    // Reads TypeScript as it is written, imports of types with the others. (`tsPreCompilationDeps` asks the compiler's own
    // reader for the same, and TypeScript 7 has none.)
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
