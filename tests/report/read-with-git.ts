import { execFileSync } from 'node:child_process'
import { parse } from 'yaml'
import { z } from 'zod'

/**
 * What the git history of a workspace holds, asked with the `git` command and read as plain YAML, without any function of
 * the program.
 */

const front = z.looseObject({
  id: z.string(),
  title: z.string().default(''),
  review: z
    .looseObject({ last: z.string().nullish(), due: z.string().nullish(), every: z.string().nullish() })
    .default({}),
  checklist: z
    .array(z.union([z.string(), z.looseObject({ requirement: z.string(), heading: z.string() })]))
    .default([]),
})

const record = z.looseObject({
  id: z.string(),
  page: z.string(),
  kind: z.string(),
  at: z.string(),
  hash: z.string().optional(),
  decision: z.string().optional(),
  record: z.string().optional(),
  ends: z.array(z.string()).default([]),
})

export const isEntry = (path: string) => /^(pages\/[^/]+|services)\/[^/]+\.md$/.test(path)

export function readWithGit(root: string) {
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 1e9 })
  const filesOf = (ref: string) =>
    new Map(
      git('ls-tree', '-r', '-z', ref)
        .split('\0')
        .filter(Boolean)
        .map(line => [line.split('\t')[1] ?? '', line.split(/\s/)[2] ?? ''] as const),
    )
  /** Many contents with one start of git. */
  const read = (blobs: readonly string[]) => {
    const out = execFileSync('git', ['-C', root, 'cat-file', '--batch'], {
      input: `${blobs.join('\n')}\n`,
      maxBuffer: 1e9,
    })
    const texts = new Map<string, string>()
    for (let at = 0; at < out.length; ) {
      const end = out.indexOf(10, at)
      const [blob = '', , size = '0'] = out.toString('utf8', at, end).split(' ')
      texts.set(blob, out.toString('utf8', end + 1, end + 1 + Number(size)))
      at = end + 2 + Number(size)
    }
    return texts
  }
  const [desk, live] = [filesOf('main'), filesOf('live')]
  const texts = read([...new Set([...desk.values(), ...live.values()])])
  const entriesOf = (files: ReadonlyMap<string, string>) =>
    [...files]
      .filter(([path]) => isEntry(path))
      .map(([path, blob]) => {
        const [, yaml = ''] = /^---\n([\s\S]*?)\n---/.exec(texts.get(blob) ?? '') ?? []
        return { path, blob, text: texts.get(blob) ?? '', ...front.parse(parse(yaml)) }
      })
  const yamlIn = <T>(folder: string, schema: z.ZodType<T>) =>
    [...desk]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([, blob]) => schema.parse(parse(texts.get(blob) ?? '')))
  const said = yamlIn('reviews', record)
  const takenBack = new Set(said.flatMap(each => each.record ?? []))
  const reviews = said.filter(each => each.kind !== 'take-back' && !takenBack.has(each.id))
  return { git, desk, texts, reviews, onDesk: entriesOf(desk), onSite: entriesOf(live), yamlIn }
}

export type Road = ReturnType<typeof readWithGit>
