import fc from 'fast-check'
import { expect, it } from 'vitest'
import { slowDesk } from './slow-desk.ts'

const window = fc.nat(1)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), window }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(5) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 50, 260, 700, 1_500) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('save' as const, 'ask' as const, 'look' as const), window }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'show' as const), window }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('colleague' as const, 'full' as const, 'crash' as const) }) },
)

it('a second after it was typed every word is safe, in whatever order the answers come to two windows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async steps => {
      const desk = slowDesk('One.')
      const { clock, world } = desk
      let opened = 0
      const open = () => desk.open(`window ${opened++}`)
      const windows = [open(), open()]
      const typed: { word: string; at: number; by: ReturnType<typeof open> }[] = []
      const theirs: string[] = []
      const owed = () => typed.filter(({ at, by }) => clock.now() - at >= 1_000 || !by.isGone())
      const isSafe = (word: string) => desk.kept().some(words => words.includes(word))

      for (const window of windows) void window.show()
      await clock.pass(0)
      desk.answer(0)
      for (const taken of steps) {
        const one = windows['window' in taken ? taken.window : 0] ?? open()
        switch (taken.do) {
          case 'type':
            if (!one.isWriting()) break
            typed.push({ word: `word${typed.length}.`, at: clock.now(), by: one })
            one.type(`word${typed.length - 1}.`)
            break
          case 'answer':
            desk.answer(taken.which)
            break
          case 'pass':
            await clock.pass(taken.ms)
            break
          case 'show':
            void one.show()
            break
          case 'colleague':
            theirs.push(`theirs${theirs.length}.`)
            desk.colleague(theirs.at(-1) ?? '')
            break
          case 'full':
            world.full = !world.full
            break
          case 'crash': {
            one.crash()
            await clock.pass(0)
            // What was typed in the last second may be gone with the window.
            for (const lost of typed.filter(({ at, by }) => by === one && clock.now() - at < 1_000)) {
              typed.splice(typed.indexOf(lost), 1)
            }
            windows[0] = open()
            void windows[0].show()
            break
          }
          default:
            one[taken.do]()
        }
        await clock.pass(0)
        for (const { word, at } of typed) if (clock.now() - at >= 1_000) expect(isSafe(word), word).toBe(true)
      }
      world.full = false
      desk.answerAll()
      await clock.pass(20_000)
      for (const one of windows) one.leave()
      await clock.pass(20_000)
      const last = open()
      await last.show()
      last.leave()
      await clock.pass(20_000)
      for (const word of [...owed().map(({ word }) => word), ...theirs]) expect(isSafe(word), word).toBe(true)
    }),
    { numRuns: 200 },
  )
})
