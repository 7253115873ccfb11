import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * What takes something away is never what Enter does when a question opens: in every source of the window, no button of
 * that kind has the focus at the start, and questions of that kind are asked in one place, where keeping has it.
 */

const root = join(import.meta.dirname, '../../src/renderer')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.tsx'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))

/** Opening tags of buttons, with their attributes. An arrow function in one does not end it. */
function buttonsIn(text: string): string[] {
  return [...text.matchAll(/<Button\b((?:[^>]|=>)*)>\s*([^<]*)/g)].map(([whole]) => whole)
}

/** Words of taking away that a button can say. */
const takesAway = /kind="stop"|>\s*(Discard|Delete|Remove|Throw away)\b/

const startsOn = (button: string) => /\bautoFocus\b(?!=\{false\})/.test(button)

describe('what takes away is never the default', () => {
  test('the reader of buttons sees what it is to see', () => {
    const seen = buttonsIn('<Button kind="stop" autoFocus onPress={() => void act()}>Discard</Button>')
    expect(seen.filter(button => takesAway.test(button) && startsOn(button))).toHaveLength(1)
    expect(
      sources.flatMap(({ text }) => buttonsIn(text)).filter(button => takesAway.test(button)).length,
    ).toBeGreaterThan(3)
  })

  test.each(sources.filter(({ text }) => text.includes('<Button')))('in $name', ({ text }) => {
    const buttons = buttonsIn(text).filter(button => takesAway.test(button))
    expect(buttons.filter(startsOn)).toEqual([])
  })

  test('questions before taking away are all asked by Confirm, whose first button keeps and has the focus', () => {
    const asking = sources.filter(({ text }) => /role="alertdialog"/.test(text)).map(({ name }) => name)
    expect(asking).toEqual(['ui/confirm.tsx'])
    const confirm = sources.find(({ name }) => name === 'ui/confirm.tsx')?.text ?? ''
    const [first, second] = buttonsIn(confirm)
    expect(first).toMatch(/autoFocus onPress=\{props\.onClose\}>\s*\{props\.keep\}/)
    expect(second).toContain('onPress={props.onAct}')
    expect(startsOn(second ?? '')).toBe(false)
  })

  test('a form in which Enter sends says first what stays as it is', () => {
    for (const { name, text } of sources) {
      const sends = buttonsIn(text).filter(button => /type="submit"/.test(button) && takesAway.test(button))
      // Publishing without a review, or with a problem, and withdrawing: Enter writes a new line in the reason, and without one nothing goes.
      const withReason = ['live/although-dialog.tsx', 'live/urgent-dialog.tsx', 'review/withdraw-dialog.tsx']
      if (sends.length > 0) expect([withReason.includes(name), /rows=\{\d\}/.test(text)]).toEqual([true, true])
    }
  })
})
