import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Mark } from '../cards/draw-card.ts'
import type { Shrunk } from './shrink.ts'

/** Beside this file in the sources, and beside the program that was built of them. */
const program = join(import.meta.dirname, `picture-thread${extname(import.meta.filename)}`)

export interface Asked {
  ask: 'shrink' | 'mark'
  picture: Uint8Array
}

export type PictureHand = ReturnType<typeof pictureHand>

/** The thread that works on pictures, begun for the first of them. */
export function pictureHand() {
  let thread: Worker | null = null

  async function ask<T>(asked: Asked): Promise<T | null> {
    thread ??= new Worker(program)
    const answer = await answerOf<T>(thread, asked)
    if (answer === broke) thread = null
    return answer === broke ? null : answer
  }

  return {
    /** Null where the thread could not be begun or broke: that says nothing about the picture. */
    shrink: (picture: Uint8Array) => ask<Shrunk[]>({ ask: 'shrink', picture }),
    mark: (picture: Uint8Array) => ask<Mark>({ ask: 'mark', picture }),
    async stop(): Promise<void> {
      await thread?.terminate()
      thread = null
    },
  }
}

const broke = Symbol('broke')

function answerOf<T>(thread: Worker, asked: Asked): Promise<T | null | typeof broke> {
  const { promise, resolve } = Promise.withResolvers<T | null | typeof broke>()
  const fall = () => resolve(broke)
  thread.once('message', resolve)
  thread.once('error', fall)
  thread.once('exit', fall)
  thread.postMessage(asked)
  return promise.finally(() => {
    thread.off('message', resolve)
    thread.off('error', fall)
    thread.off('exit', fall)
  })
}
