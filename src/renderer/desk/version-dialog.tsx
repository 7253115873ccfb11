import { useQuery } from '@tanstack/react-query'
import type { PageId } from '../../shared/content/index.ts'
import type { Version } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { orpc } from '../connection/api.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { ComparedDoc } from '../ui/rendered-doc.tsx'
import { dayAndTime } from '../words/dates.ts'

interface VersionDialogProps {
  id: PageId
  title: string
  version: Version
  /** The one before it, to mark what changed; null for the first. */
  before: Version | null
  onClose: () => void
}

/** One version as it was, with what it changed marked. */
export function VersionDialog({ id, title, version, before, onClose }: VersionDialogProps) {
  const now = useNow()
  const shown = useQuery(orpc.pages.version.queryOptions({ input: { id, version: version.version } }))
  const earlier = useQuery(
    orpc.pages.version.queryOptions({ input: { id, version: before?.version ?? '' }, enabled: before !== null }),
  ).data
  const beforeDoc = earlier === undefined || isRefusal(earlier) ? null : earlier.doc
  return (
    <DialogBox isOpen onClose={onClose} title={`${title}, ${dayAndTime(version.at, now)}`} width="wide">
      <p className="soft">
        {version.by.name}: {version.sentence}
      </p>
      <Answer query={shown} reading="Reading the version">
        {({ doc }) => <ComparedDoc before={before === null ? doc : (beforeDoc ?? doc)} after={doc} />}
      </Answer>
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </DialogBox>
  )
}
