import { dirname } from 'node:path/posix'
import type { FilePlace } from './file-place.ts'

/** Half-written files wait here, inside the target, so that putting them in place is one step on one disk. */
export const waitingRooms = '.signpost-tmp'

/** Another delivery has begun since, and this one must not go on. */
export class Overtaken extends Error {}

export interface Room {
  put(path: string, bytes: Uint8Array): Promise<void>
  /** Takes a file away; gone already will do. */
  takeAway(path: string): Promise<void>
  close(): Promise<void>
}

/**
 * A room of this delivery's own, all others being taken away. Whatever becomes part of the site passes through it in one
 * step, so a delivery that began before, on whosever computer, can change nothing any more: its room is gone.
 */
export async function openRoom(place: FilePlace, publish: string): Promise<Room> {
  const room = `${waitingRooms}/${publish}`
  // What an earlier try of this very publish left.
  if ((await place.entries(room)) !== null) await end(place, room)
  await place.makeFolder(room)
  // Only now, so that of two who begin at once each sees the other's, or one of them does.
  for (const { name, isFolder } of (await place.entries(waitingRooms)) ?? []) {
    const path = `${waitingRooms}/${name}`
    if (!isFolder) await place.remove(path)
    else if (path !== room) await end(place, path)
  }
  let many = 0
  const nextName = () => `${room}/${++many}`

  return {
    async put(path, bytes) {
      const waiting = nextName()
      if (!(await place.write(waiting, bytes))) throw new Overtaken()
      if (await place.replace(waiting, path)) return
      // Either the room is gone, or the folder that the file is to lie in is not there yet.
      await place.makeFolder(dirname(path))
      if (!(await place.replace(waiting, path))) throw new Overtaken()
    },
    async takeAway(path) {
      const gone = nextName()
      const moved = await place.replace(path, gone)
      if (moved) await place.remove(gone)
      else if ((await place.entries(room)) === null) throw new Overtaken()
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
        if (!(await place.removeIfEmpty(folder))) return
      }
    },
    async close() {
      await end(place, room)
      await place.removeIfEmpty(waitingRooms)
    },
  }
}

/** In one step it is no room any more, however much is still being written in it. */
async function end(place: FilePlace, room: string): Promise<void> {
  const ended = room.endsWith(endedRoom) ? room : `${room}${endedRoom}`
  if (ended !== room) await place.replace(room, ended)
  for (const { name } of (await place.entries(ended)) ?? []) await place.remove(`${ended}/${name}`)
  await place.removeIfEmpty(ended)
}

const endedRoom = '.ended'
