import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Laptop } from './app.ts'

/** What no screen says: how versions are kept, what a program calls its faults, and what a fault looks like inside. */
const jargon = [
  /\b(commit|push|pushed|merge|rebase|branch|repository|repo|remote|checkout|node)\b/i,
  /\b(invalid|undefined|null|NaN|exception|stack|errno|timeout|payload|websocket|YAML|JSON|HTTP)\b/i,
  /\bE(NOSPC|FBIG|ACCES|PERM|NOENT|EXIST|ISDIR|ADDRINUSE|CONNREFUSED|CONNRESET|TIMEDOUT)\b/,
  /\bat \S+ \(|\.(?:ts|js):\d+/,
  /\[object /,
]

/** Everything that stands on screen now, but for the words of the page itself, is plain English. */
export async function speaksPlainly(page: Page): Promise<void> {
  const said = await page.evaluate(() => {
    const shown = document.body.cloneNode(true) as HTMLElement
    for (const part of shown.querySelectorAll('[contenteditable], script, style, .ProseMirror')) part.remove()
    return shown.textContent ?? ''
  })
  expectPlain(said)
}

export function expectPlain(said: string): void {
  expect(jargon.flatMap(word => word.exec(said)?.[0] ?? [])).toEqual([])
}

/** Nothing went wrong behind the screen: no exception, no message in the console. */
export function expectNoTrouble(...laptops: (Laptop | undefined)[]): void {
  expect(laptops.flatMap(laptop => laptop?.troubles() ?? [])).toEqual([])
}
