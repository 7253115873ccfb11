import { mkdir, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import { type SiteConfig, siteConfigSchema, slugify } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Person, personSchema } from '../../shared/review/index.ts'
import { choicesIn, createHistory, joiningFolder } from '../git/index.ts'
import { withMe, withRecent, withVisitor, workspaceDataFolder, workspaceKey } from '../settings/index.ts'
import { createWorkspace } from '../workspace/index.ts'
import { growBeside } from './grow-beside.ts'
import { makeSample, sampleVisitor } from './sample.ts'
import type { World } from './session.ts'

/** The ways in beside joining: the sample, and a new workspace. Each answers the folder to open. */

export interface Begun {
  kind: 'begun'
  root: string
}

/** Where new workspaces are made unless the person says otherwise: on this computer, in no folder that another program copies. */
export function workspacesFolder(data: string): string {
  return join(data, 'offers')
}

export async function beginSample(world: World): Promise<Begun | Refusal> {
  return beginSampleIn(world, await freeFolder(world, 'sample'))
}

export async function beginSampleIn(world: World, folder: string): Promise<Begun | Refusal> {
  return begin(world, folder, sampleVisitor, withVisitor, (growing, own) => makeSample(growing, own, world))
}

export interface NewWish {
  name: string
  council: string
  me: Person
  folder?: string | undefined
}

/** Who started a workspace from a script that did not say: whoever opens it gives their own name. */
export const nobodyYet: Person = { name: 'Signpost', email: 'signpost@localhost' }

export async function beginNew(world: World, wish: NewWish): Promise<Begun | Refusal> {
  const me = readPerson(wish.me)
  if (isRefusal(me)) return me
  if (wish.name.trim() === '') {
    return refuse(
      'no-name',
      'The new Local Offer needs a name. Nothing was made.',
      'Type a name, such as “Southend Local Offer”.',
    )
  }
  const folder = await folderFor(world, wish.folder, slugify(wish.name) || 'local-offer')
  if (isRefusal(folder)) return folder
  const config = freshConfig(wish.name.trim(), wish.council.trim(), me)
  return begin(world, folder, me, withMe, async (growing, own) => {
    const made = await createWorkspace(growing, config)
    if (isRefusal(made)) return made
    return createHistory(growing, me, {
      cache: own,
      choices: choicesIn(join(own, 'choices')),
      http: world.fetch,
      now: world.now,
    })
  })
}

async function begin(
  world: World,
  folder: string,
  me: Person,
  remembered: typeof withVisitor,
  make: (growing: string, own: string) => Promise<object | Refusal>,
): Promise<Begun | Refusal> {
  const grown = await growBeside(folder, async (growing, root) => {
    const made = await make(growing, workspaceDataFolder(world.data, root))
    if (isRefusal(made)) return made
    // Known before the workspace is there: after a kill it would be opened by nobody.
    await world.settings.change(data => remembered(data, me, workspaceKey(root)))
    return made
  })
  return isRefusal(grown) ? grown : { kind: 'begun', root: grown.root }
}

export async function rememberOpened(world: World, root: string, name: string): Promise<void> {
  const at = world.now().toISOString() as Parameters<typeof withRecent>[3]
  await world.settings.change(data => withRecent(data, root, name, at))
}

/** The four areas that every Local Offer has to cover (Children and Families Act 2014, section 30). */
function freshConfig(name: string, council: string, me: Person): SiteConfig {
  return siteConfigSchema.parse({
    signpost: 1,
    name,
    council,
    sections: [
      { slug: 'education', title: 'Education', summary: 'Nursery, school, college, and EHC plans.' },
      { slug: 'health', title: 'Health', summary: 'Everyday health, therapies, and mental health.' },
      { slug: 'social-care', title: 'Social care', summary: 'Early help, short breaks, and carers.' },
      {
        slug: 'preparing-for-adulthood',
        title: 'Preparing for adulthood',
        summary: 'Work, a home, friends, and making your own decisions.',
      },
    ],
    team: [{ ...me, roles: ['writer', 'reviewer', 'publisher'] }],
  })
}

export function readPerson(wish: { name: string; email: string }): Person | Refusal {
  const person = personSchema.safeParse({ name: wish.name.trim(), email: wish.email.trim() })
  if (person.success && /^[^\s@<>]+@[^\s@<>]+$/.test(person.data.email)) return person.data
  return refuse(
    'who-are-you',
    'Signpost needs your name and email, so that colleagues can see who changed what. Nothing was made.',
    'Type your name, and your email address as name@council.gov.uk.',
  )
}

export async function folderFor(world: World, wished: string | undefined, name: string): Promise<string | Refusal> {
  if (wished === undefined || wished.trim() === '') return freeFolder(world, name)
  const folder = wished.trim().replace(/^~(?=$|[\\/])/, homedir())
  if (isAbsolute(folder)) return folder
  return refuse(
    'not-absolute',
    `“${wished}” does not say where on this laptop the folder is.`,
    'Type the whole path, or leave it empty.',
  )
}

export async function freeFolder(world: World, name: string): Promise<string> {
  const folder = workspacesFolder(world.data)
  await mkdir(folder, { recursive: true })
  const taken = new Set(await readdir(folder))
  for (let number = 1; ; number++) {
    const free = join(folder, number === 1 ? name : `${name}-${number}`)
    if (!taken.has(basename(free)) && !taken.has(basename(joiningFolder(free)))) return free
  }
}
