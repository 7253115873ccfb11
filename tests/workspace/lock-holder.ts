/** A second Signpost: takes the lock of the folder it is given, says what came of it, and lives until it is ended. */
import { nodeDisk } from '../../src/main/files/index.ts'
import { takeLock } from '../../src/main/workspace/lock.ts'

const [folder = ''] = process.argv.slice(2)
const result = await takeLock(folder, { disk: nodeDisk })
process.stdout.write(`${result.kind}\n`)
setInterval(() => undefined, 1000)
