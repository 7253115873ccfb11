import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Laptop } from './app.ts'
import { enterOn, has, press, seesFocus } from './keys.ts'
import { goTo, sees, sharing } from './screen.ts'
import { type Colleague, runGit, type SharedCopy } from './team.ts'

/** How two people come to change the same words: one on a laptop of the story, one anywhere. */

/** What somebody does with the files of a workspace. */
export type Change = (folder: string) => void

/** Other words in a file. */
export function says(path: string, from: string, to: string): Change {
  return folder => {
    const file = join(folder, path)
    const text = readFileSync(file, 'utf8')
    if (!text.includes(from)) throw new Error(`${path} does not say “${from}”`)
    writeFileSync(file, text.replace(from, to))
  }
}

/** Another day on which a page is to be looked at, whenever that was. */
export function isDue(path: string, day: string): Change {
  return folder => {
    const [, due] = /^ {2}(due: .+)$/m.exec(readFileSync(join(folder, path), 'utf8')) ?? []
    if (due === undefined) throw new Error(`${path} does not say when it is due`)
    says(path, due, `due: ${day}`)(folder)
  }
}

export function writes(path: string, data: string | Buffer): Change {
  return folder => writeFileSync(join(folder, path), data)
}

export function deletes(path: string): Change {
  return folder => rmSync(join(folder, path))
}

/** A colleague's changes, which reach the shared copy from a laptop of their own. */
export function colleague(who: Colleague, shared: SharedCopy, ...changes: Change[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-colleague-'))
  runGit(folder, 'clone', '--quiet', shared.server.folder('offer'), '.')
  for (const change of changes) change(folder)
  runGit(folder, 'add', '--all')
  const person = ['-c', `user.name=${who.name}`, '-c', `user.email=${who.email}`]
  execFileSync('git', ['-C', folder, ...person, 'commit', '--quiet', '-m', `${who.name} changed some pages`])
  runGit(folder, 'push', '--quiet')
  rmSync(folder, { recursive: true, force: true })
}

/** The same on the laptop of the story, as another program would: Signpost takes it for this person's. */
export function here(laptop: Laptop, ...changes: Change[]): void {
  const folder = workspaceOf(laptop)
  for (const change of changes) change(folder)
}

/** Where the workspace of a laptop is that joined its team. */
export function workspaceOf({ folder }: Pick<Laptop, 'folder'>): string {
  const [config] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /(^|\/)signpost\.yml$/.test(name),
  )
  if (config === undefined) throw new Error('this laptop has no workspace')
  return join(folder, config, '..')
}

/** Shares, and waits for so many questions. */
export async function isAsked(page: Page, many: number): Promise<void> {
  await page.keyboard.press('Alt+Shift+s')
  await sharing(page)
    .getByText(`${many} ${many === 1 ? 'choice' : 'choices'} to make`)
    .waitFor()
}

/** To the questions, by the link beside the state of sharing. */
export async function goToQuestions(page: Page): Promise<void> {
  await goTo(page, 'This week')
  await sharing(page).getByRole('link', { name: 'Choose' }).click()
  await sees(page, 'button', /^Use /)
}

/** The same without a mouse, once the week's list has each of so many questions, and none that was answered before. */
export async function goToQuestionsByKeys(page: Page, many: number): Promise<void> {
  await press(page, 'Alt+1')
  await has(page, 'heading', 'This week')
  await expect.poll(() => page.getByRole('link', { name: /^Choose ./ }).count()).toBe(many)
  await enterOn(page, 'link', /^Choose ./)
  await sees(page, 'button', /^Use /)
  await seesFocus(page)
}

/** Waits until these words of a reply are on the laptop's own disk, where no end of the program can reach them. */
export async function replyIsKept({ folder }: Pick<Laptop, 'folder'>, words: string): Promise<void> {
  const kept = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /replies.*json$/.test(name))
  await expect.poll(() => kept().some(name => readFileSync(join(folder, name), 'utf8').includes(words))).toBe(true)
}
