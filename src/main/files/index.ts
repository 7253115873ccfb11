/** The one file layer, under git and under the workspace: durable writes, safe paths, faults of the disk with a name. */
export { type Disk, nodeDisk, sweep } from './disk.ts'
export { clearPrivateFolder, type DurableFs, durableFs } from './durable-fs.ts'
export { inside, lstatOrNull, type Place } from './inside.ts'
export { readBounded, readInside } from './read-bounded.ts'
export { flushFolder, makeFolder, replaceFile } from './replace-file.ts'
export { severalAtOnce } from './several-at-once.ts'
export { codeOf, diskTrouble, isDiskTrouble, orDiskTrouble, patiently, thrown } from './trouble.ts'
export { privateFolder, removeDurably, type WriteOptions, type Written, writeDurably } from './write-durably.ts'
