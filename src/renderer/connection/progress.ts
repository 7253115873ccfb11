import type { AppEvent } from '../../shared/contract/index.ts'
import { useValue, valueStore } from '../state/value-store.ts'

export type JobProgress = Extract<AppEvent, { kind: 'progress' }>

const running = valueStore<ReadonlyMap<string, JobProgress>>(new Map())

export function noteProgress(progress: JobProgress): void {
  running.set(now => new Map(now).set(progress.job, progress))
}

/** Called when the call that started a job has answered: what it reported is of no more use. */
export function forgetProgress(): void {
  running.set(new Map())
}

/** The long job that runs now, if one does; only one runs at a time. */
export function useProgress(): JobProgress | null {
  return [...useValue(running).values()].at(-1) ?? null
}
