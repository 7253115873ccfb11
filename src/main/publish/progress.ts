/** How far a long job is; `total` is null while nobody can know it. The sentence is for a person. */
export interface Progress {
  sentence: string
  done: number
  total: number | null
}

export type OnProgress = (progress: Progress) => void
