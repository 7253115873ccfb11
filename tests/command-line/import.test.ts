import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../src/shared/outcome.ts'
import { paperDesk, paperServices, signpost } from './desk-of-paper.ts'

/** Any file that is there: the desk of paper does not read it. */
const sheet = fileURLToPath(import.meta.url)

const onPaper = async () => {
  const report = await paperDesk.importServices({ data: new Uint8Array(), emptyTakesAway: false, dryRun: true })
  if (isRefusal(report)) throw new Error(report.sentence)
  return report
}

describe('import', () => {
  test('says row by row what would change, and ends with 1 where one is left out', async () => {
    const wishes: boolean[][] = []
    const services = paperServices({
      importServices: wish => {
        wishes.push([wish.dryRun, wish.emptyTakesAway])
        return paperDesk.importServices(wish)
      },
    })
    const { out, exit } = await signpost(`import ${sheet} --into team --dry-run`, { services })
    expect(out.split('\n')).toEqual([
      'New      row 3, “Swim”',
      '           Name: “Swim”',
      'Changed  row 2, “Chess club”',
      '           Cost: “Free” → “£2 / for two”',
      '           When: loses “Mondays”',
      'Left out row 4',
      '           Name: It has no name. Write what people call it.',
      'Cells left out of row 3, “Swim”',
      '           Postcode: “Leigh” is no postcode.',
      '           From age: “five” is no age.',
      'The column “Phone” is read as Telephone',
      'Not taken in: the column “Colour”, for which there is no place',
      '1 service new, 1 changed, 4 the same, 1 left out; 7 not in the file.',
      'This is what would change; nothing has.',
      '',
    ])
    expect(exit).toBe(1)
    const written = await signpost(`import ${sheet} --into team --empty-takes-away`, { services })
    expect(written.out).toContain('This was brought in.')
    expect(wishes).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('is 1 where a cell alone is left out', async () => {
    const importServices = async () => ({ ...(await onPaper()), needsYou: [] })
    const { exit } = await signpost(`import ${sheet} --into team`, { services: paperServices({ importServices }) })
    expect(exit).toBe(1)
  })

  test('is 0 where every row is taken, and 2 for a file that is not there', async () => {
    const importServices = async () => ({ ...(await onPaper()), needsYou: [], cellsLeftOut: [] })
    expect((await signpost(`import ${sheet} --into team`, { services: paperServices({ importServices }) })).exit).toBe(
      0,
    )
    const nothing = async () => ({ ...(await onPaper()), created: [], changed: [] })
    const { out } = await signpost(`import ${sheet} --into team`, {
      services: paperServices({ importServices: nothing }),
    })
    expect(out).toContain('Nothing was changed.')
    const { err, exit } = await signpost('import no-such-file.csv --into team')
    expect(err).toContain('There is no file “no-such-file.csv”.')
    expect(exit).toBe(2)
  })
})
