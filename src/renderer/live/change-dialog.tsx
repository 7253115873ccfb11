import { useQuery } from '@tanstack/react-query'
import type { Planned } from '../connection/answers.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { ComparedDoc, RenderedDoc } from '../ui/rendered-doc.tsx'

/** What one page's part of the next publish will change, marked in the page. */
export function ChangeDialog({ planned, onClose }: { planned: Planned; onClose: () => void }) {
  const review = useQuery(orpc.review.open.queryOptions({ input: { id: planned.id } }))
  return (
    <DialogBox isOpen onClose={onClose} title={planned.title} width="wide">
      <p className="soft">{planned.sentence}</p>
      <Answer query={review} reading="Reading the page">
        {({ live, doc, summary }) => (
          <div>
            <p className="soft change-summary">{summary}</p>
            {live === null ? (
              <RenderedDoc doc={doc} headingOffset={1} />
            ) : (
              <ComparedDoc before={live.doc} after={doc} headingOffset={1} />
            )}
          </div>
        )}
      </Answer>
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </DialogBox>
  )
}
