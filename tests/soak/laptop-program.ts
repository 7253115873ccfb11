import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** What a laptop's process runs: the program's own sources, with the packages that they use, in one file. */
export interface LaptopProgram {
  main: string
  /** For `--import`. */
  writePoints: string
  /** Where node keeps what it made of them, so that every start but the first takes a fraction of the time. */
  compiled: string
}

const here = import.meta.dirname
/** The ending says what it is: node would read three megabytes through at every start to find out. */
const nameOf = (name: string) => `${name}.mjs`
const project = join(here, '../..')
/** They run programs of their own, or try what is built for one computer, which they look for beside themselves. */
const inTheirFolders = ['pagefind', '@napi-rs/keyring', 'ssh2']

/**
 * Put together once for a team: its laptops are started thousands of times, and reading hundreds of files of sources takes
 * longer each time than anything that a laptop is asked to do.
 */
export async function putTogether(folder: string): Promise<LaptopProgram> {
  const out = join(folder, 'program')
  mkdirSync(out, { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(out, 'node_modules'), 'junction')
  const [main, writePoints] = ['laptop-process', 'write-points']
  for (const name of [main, writePoints]) await putOne(out, name, name === main ? [writePoints] : [])
  return {
    main: join(out, nameOf(main)),
    writePoints: join(out, nameOf(writePoints)),
    compiled: join(folder, 'compiled'),
  }
}

/** `apart`: what it shares with another one, and so has to find beside itself. */
async function putOne(out: string, name: string, apart: readonly string[]): Promise<void> {
  const beside = (id: string) => apart.find(one => id.endsWith(`/${one}.ts`))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    plugins: [{ name: 'apart', enforce: 'pre', resolveId: id => besideIt(beside(id)) }],
    ssr: { noExternal: true, external: inTheirFolders },
    build: {
      ssr: join(here, `${name}.ts`),
      outDir: out,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: nameOf(name) } },
    },
  })
}

const besideIt = (name: string | undefined) =>
  name === undefined ? null : ({ id: `./${nameOf(name)}`, external: true } as const)
