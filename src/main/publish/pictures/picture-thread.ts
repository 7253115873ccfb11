import { parentPort } from 'node:worker_threads'
import { markOf } from '../cards/mark.ts'
import { openLibrary } from './library.ts'
import type { Asked } from './picture-hand.ts'
import { shrink } from './shrink.ts'

/** A thread beside the program, so that nobody who types waits for a photograph. One picture in, what was asked of it out, in turn. */

const vips = await openLibrary()

parentPort?.on('message', ({ ask, picture }: Asked) => {
  parentPort?.postMessage(ask === 'shrink' ? shrink(vips, picture) : markOf(vips, picture))
})
