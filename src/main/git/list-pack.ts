import { type Disk, patiently } from '../files/index.ts'
import { growPack } from './growing-pack.ts'
import { listBytes } from './pack-list.ts'

/** The list of contents of a pack that has none, or a damaged one; null where not all of the pack can be read. */
export async function listPack(disk: Disk, path: string): Promise<Buffer | null> {
  const { many, sum } = await endsOf(disk, path)
  const pack = await growPack(disk, path, async () => null, 'to look')
  await pack.close()
  return pack.count() === many ? listBytes(pack.things(), sum) : null
}

/** How many things it says that it holds, and its last twenty bytes. */
async function endsOf(disk: Disk, path: string): Promise<{ many: number; sum: Buffer }> {
  const file = await patiently(disk, () => disk.open(path, 'r'))
  try {
    const { size } = await file.stat()
    const [head, sum] = [Buffer.alloc(12), Buffer.alloc(20)]
    await file.read(head, 0, 12, 0)
    await file.read(sum, 0, 20, Math.max(0, size - 20))
    return { many: head.readUInt32BE(8), sum }
  } finally {
    await file.close()
  }
}
