import { ProgressBar } from 'react-aria-components'
import { Button } from './button.tsx'

interface ProgressProps {
  /** What is happening: “Building 12 of 40 pages”. */
  sentence: string
  done: number
  /** Null while nobody knows how much there is. */
  total: number | null
  onCancel?: () => void
}

/** Long work: how far it is, and a way to stop it. */
export function Progress({ sentence, done, total, onCancel }: ProgressProps) {
  return (
    <div className="progress">
      <ProgressBar aria-label={sentence} isIndeterminate={total === null} value={done} maxValue={total ?? 100}>
        {({ percentage, valueText }) => (
          <>
            <div className="progress-words">
              <span>{sentence}</span>
              {total !== null && <span className="soft">{valueText}</span>}
            </div>
            <div className="progress-bar">
              {percentage === undefined ? (
                <div className="progress-fill progress-fill-open" />
              ) : (
                <div className="progress-fill" style={{ width: `${percentage}%` }} />
              )}
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && (
        <div className="actions">
          <Button size="small" onPress={onCancel}>
            Cancel
          </Button>
        </div>
      )}
    </div>
  )
}
