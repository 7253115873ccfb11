import { api } from '../connection/api.ts'
import { useProgress } from '../connection/progress.ts'
import { Progress } from '../ui/progress.tsx'

/** How far a long job is that opens a workspace, with the way to stop it. `job` is its name until it reports its own. */
export function OpeningProgress({ job, waiting }: { job: string; waiting: string }) {
  const progress = useProgress()
  return (
    <Progress
      sentence={progress?.sentence ?? waiting}
      done={progress?.done ?? 0}
      total={progress?.total ?? null}
      onCancel={() => void api.start.cancel({ job: progress?.job ?? job })}
    />
  )
}
