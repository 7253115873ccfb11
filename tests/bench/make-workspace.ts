import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeRecord } from '../../src/shared/content/index.ts'
import { idOf, type OfferFile, offerPage, offerService, sections } from './offer-pages.ts'

/** How large the workspace is, in which everything is measured: five times what a Local Offer has. */
export const many = { pages: 1000, services: 200, versions: 500 }

const people = {
  priya: { name: 'Priya Nair', email: 'priya@example.org' },
  sam: { name: 'Sam Oduya', email: 'sam@example.org' },
  mark: { name: 'Mark Ellery', email: 'mark@example.org' },
}
type Person = (typeof people)[keyof typeof people]
/** 1 January 2026, in seconds. */
const start = 1_767_225_600

/**
 * A workspace with its history, the same to the byte at every run. The first version holds all pages, half of them in
 * earlier words; each later version brings one page up to date. All but the last 50 pages are approved and live.
 */
export function makeWorkspace(root: string, size = many): void {
  const pages = Array.from({ length: size.pages }, (_, number) => offerPage(number, size.pages))
  const services = Array.from({ length: size.services }, (_, number) => offerService(number))
  const approved = [...pages.slice(0, -50), ...services]
  const frame = { 'signpost.yml': settings, '.gitattributes': attributes }
  const files = new Map(Object.entries(frame))
  for (const { path, text } of [...pages, ...services]) files.set(path, text)
  const reviews = new Map(approved.map((file, number) => reviewOf(file, number, size.versions)))
  for (const [path, text] of [...files, ...reviews]) write(root, path, text)

  const live = new Map([...Object.entries(frame), ...approved.map(({ path, text }) => [path, text] as const)])
  const story = [
    ...deskStory(files, pages, size.versions),
    ...commit(
      'main',
      people.mark,
      size.versions + 1,
      `Mark approved ${approved.length.toLocaleString('en-GB')} pages`,
      reviews,
    ),
  ]
  story.push(...commit('live', people.mark, size.versions + 2, 'Published the Local Offer', live))
  git(root, ['init', '--quiet', '--initial-branch=main'])
  git(root, ['fast-import', '--quiet', '--done'], `${story.join('')}done\n`)
  git(root, ['reset', '--quiet'])
}

/** As many more versions, each of one page; the last of each page is what lies in the folder afterwards. */
export function addVersions(root: string, count: number): void {
  const pages = Array.from({ length: many.pages }, (_, number) => offerPage(number, many.pages))
  const newest = new Map<string, string>()
  const story: string[] = []
  for (let number = 0; number < count; number++) {
    const page = pages[(number * 7) % pages.length]
    if (!page) break
    newest.set(page.path, `${page.text}\nChanged for the ${number + 1}th time.\n`)
    const files = new Map([[page.path, newest.get(page.path) ?? '']])
    const begun = commit(
      'main',
      people.sam,
      many.versions + 3 + number,
      `Sam changed “${page.title}”`,
      files,
      number === 0,
    )
    story.push(...begun)
  }
  git(root, ['fast-import', '--quiet', '--done'], [...story, 'done\n'].join(''))
  for (const [path, text] of newest) write(root, path, text)
  git(root, ['reset', '--quiet'])
}

export function git(folder: string, args: readonly string[], input?: string): void {
  execFileSync('git', ['-C', folder, ...args], { input, stdio: ['pipe', 'ignore', 'inherit'] })
}

function* deskStory(
  files: ReadonlyMap<string, string>,
  pages: readonly OfferFile[],
  versions: number,
): Generator<string> {
  const later = pages.slice(0, versions)
  const first = new Map([...files, ...later.map(({ path, text }) => [path, earlierWords(text)] as const)])
  yield* commit('main', people.priya, 0, 'Priya started this workspace', first)
  for (const [number, { path, title, text }] of later.entries()) {
    const by = number % 3 === 0 ? people.sam : people.priya
    yield* commit('main', by, number + 1, `${by.name.split(' ')[0]} changed “${title}”`, new Map([[path, text]]))
  }
}

/** Without its last paragraph. */
function earlierWords(text: string): string {
  return `${text.trimEnd().split('\n\n').slice(0, -1).join('\n\n')}\n`
}

function reviewOf({ id, text }: OfferFile, number: number, versions: number): [path: string, text: string] {
  const review = idOf('C', number)
  const hash = createHash('sha256').update(text).digest('hex')
  const at = new Date((start + versions * 3600) * 1000).toISOString()
  const record = { id: review, page: id, by: people.mark, at, kind: 'decision', hash, decision: 'good', note: '' }
  return [`reviews/${id}/${review}.yml`, writeRecord(record)]
}

/** One version in the words of `git fast-import`; the files are added to those of the version before. */
function* commit(
  branch: string,
  by: Person,
  hour: number,
  sentence: string,
  files: ReadonlyMap<string, string>,
  goesOn = false,
) {
  const signature = `${by.name} <${by.email}> ${start + hour * 3600} +0000`
  yield `commit refs/heads/${branch}\nauthor ${signature}\ncommitter ${signature}\n${data(`${sentence}\n`)}`
  if (goesOn) yield `from refs/heads/${branch}^0\n`
  for (const [path, text] of files) yield `M 100644 inline ${path}\n${data(text)}`
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const attributes = '* text=auto eol=lf\nmedia/** -text\nmedia/**/*.yml text eol=lf\n'

const settings = writeRecord({
  signpost: 1,
  name: 'Southend Local Offer',
  council: 'Southend-on-Sea City Council',
  sections: sections.map(slug => ({
    slug,
    title: slug.replaceAll('-', ' '),
    summary: `Everything about ${slug.replaceAll('-', ' ')}.`,
  })),
  team: [
    { ...people.priya, roles: ['writer'] },
    { ...people.sam, roles: ['writer'] },
    { ...people.mark, roles: ['writer', 'reviewer', 'publisher'] },
  ],
  review: { every: '12 months' },
})
