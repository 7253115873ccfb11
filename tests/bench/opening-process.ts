import * as desk from '../../src/main/desk/index.ts'
import { stopwatch } from './measure.ts'
import { openDesk } from './open-desk.ts'

/**
 * Opens a workspace once, from nothing open to a list that can be chosen from, and says how long that took. A process of its
 * own, as a start of the program is: nothing is warm, and nothing of an earlier opening is still at work. With `stay`, it
 * also does what the program does while people work, so that the next opening finds what this one has remembered.
 */
const [workspace = '', data = '', stay] = process.argv.slice(2)
const stop = stopwatch()
const opened = await openDesk(workspace, data)
await desk.listPages(opened.session)
process.stdout.write(JSON.stringify(stop()))
if (stay !== 'stay') process.exit()
await opened.session.checking.countAll()
await opened.close()
