import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Units, unitsOf } from './all-units.ts'
import { countsIn, noFigures, readState, sumOf, withDone, withFailed, writeState } from './state.ts'
import { storySchema } from './story-schema.ts'
import { struckIn } from './struck.ts'
import { startTeam, type Team } from './team.ts'
import { forget, type Kind, kinds, messageOf, storyUnit, type Unit, unitNamed } from './units.ts'

/**
 * The proof that nothing is lost, for as long as somebody lets it run: `npm run soak -- --minutes 60`. Goes on where the
 * last run stopped. Ends with 1 where something was found.
 */
const { values } = parseArgs({
  options: {
    /** When no new unit is begun any more. */
    minutes: { type: 'string', default: '10' },
    /** The first seed. */
    seed: { type: 'string', default: '1' },
    /** One story alone, by its seed, or as a file that an earlier run kept. */
    story: { type: 'string' },
    /** These units alone, by the names that the run says. */
    unit: { type: 'string', multiple: true },
    /** Some of the kinds alone: `kills,stories`. */
    only: { type: 'string' },
    /** What has been done so far. */
    state: { type: 'string', default: 'out/soak/state.json' },
  },
})

const state = resolve(values.state)
const teams = new Map<number, Team>()

async function teamOf(size: number): Promise<Team> {
  const team = teams.get(size) ?? (await startTeam(size))
  teams.set(size, team)
  return team
}

function chosenKinds(): readonly Kind[] {
  const only = values.only?.split(',')
  const chosen = kinds.filter(kind => only === undefined || only.includes(kind))
  if (chosen.length < (only?.length ?? 1)) throw new Error(`--only takes some of ${kinds.join(',')}`)
  return chosen
}

/** How long each kind has had in this run, in milliseconds. */
const spent = new Map<Kind, number>()
const spentOn = ({ kind }: { kind: Kind }) => spent.get(kind) ?? 0

/** The same time for each kind, without the units that are done. */
function* inTurn(): Generator<Unit> {
  let waiting = chosenKinds().map(kind => ({ kind, units: notDone(unitsOf(kind, Number(values.seed))) }))
  for (;;) {
    const [next] = waiting.toSorted((one, other) => spentOn(one) - spentOn(other))
    if (next === undefined) return
    const { value: unit } = next.units.next()
    if (unit) yield unit
    else waiting = waiting.filter(one => one !== next)
  }
}

function* notDone(units: Units): Generator<Unit, void> {
  const done = (name: string) => readState(state).done[name]
  for (let next = units.next(); !next.done; next = units.next(done(next.value.name))) {
    if (done(next.value.name) === undefined) yield next.value
  }
}

/** True where all went well. */
async function run(unit: Unit): Promise<boolean> {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  try {
    const figures = { ...noFigures, ...(await unit.run(teamOf, dirname(state), readState(state))) }
    writeState(state, withDone(readState(state), unit.name, figures))
    const said = Object.entries(figures).flatMap(([name, count]) =>
      typeof count === 'number' && count > 0 ? [`${count} ${name}`] : [],
    )
    console.log(`${unit.name}: ${said.join(', ')}, ${seconds()}`)
    return true
  } catch (error) {
    for (const team of teams.values()) await forget(team)
    writeState(state, withFailed(readState(state), unit.name, messageOf(error)))
    console.log(`${unit.name}: FAILED, ${seconds()}\n  ${messageOf(error)}`)
    return false
  } finally {
    spent.set(unit.kind, spentOn(unit) + Date.now() - began)
  }
}

function oneStory(wish: string): Unit {
  if (/^\d+$/.test(wish)) return unitNamed(`story ${wish}`)
  return storyUnit(storySchema.parse(JSON.parse(readFileSync(wish, 'utf8'))))
}

function wished(): Iterable<Unit> {
  if (values.story !== undefined) return [oneStory(values.story)]
  return values.unit?.map(unitNamed) ?? inTurn()
}

/** A wish that cannot be is answered in words. */
function wishedOrNot(): Iterable<Unit> {
  try {
    return wished()
  } catch (error) {
    console.error(messageOf(error))
    process.exit(2)
  }
}

let end = Date.now() + Number(values.minutes) * 60_000
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('Stops after this one.')
    end = 0
  })
}
const units = wishedOrNot()
let failed = 0
try {
  for (const unit of units) {
    if (Date.now() >= end) break
    if (!(await run(unit))) failed += 1
  }
} finally {
  for (const team of teams.values()) await team.stop()
}
const { kills, errors, stories, merges, points } = sumOf(readState(state))
console.log(
  `In all: ${kills} kills and ${errors} errors at ${points.length} named write points, ${stories} stories, ${merges} merges.`,
)
for (const [what, counts] of Object.entries(countsIn(readState(state)))) {
  const said = [...counts].map(([name, count]) => `${name} ${count}`)
  if (said.length > 0) console.log(`${what}: ${said.join(', ')}.`)
}
for (const { fault, count, of, never } of struckIn(readState(state))) {
  if (count === 0) continue
  const open = never.length === 0 ? '' : `; never at ${never.join(', ')}`
  console.log(`${fault}: at ${count} of ${of} named write points${open}.`)
}
console.log(failed === 0 ? 'Nothing was found in this run.' : `${failed} found in this run: see ${state}.`)
process.exitCode = failed === 0 ? 0 : 1
