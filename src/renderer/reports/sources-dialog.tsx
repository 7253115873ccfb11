import { countOf, type Figure } from '../../shared/report/index.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { addressOf } from './source-address.ts'

/** What one number was counted from, each with the way to it. */
export function SourcesDialog({ figure, onClose }: { figure: Figure; onClose: () => void }) {
  return (
    <DialogBox isOpen onClose={onClose} title={`${figure.label}: ${countOf(figure)}`} width="wide" fits>
      {figure.from.length === 0 ? (
        <p>There is none.</p>
      ) : (
        <ScrollBox label="What it was counted from">
          <ul className="report-sources">
            {figure.from.map((source, at) => (
              <li key={`${source.kind} ${source.id} ${at}`}>
                <PlaceLink href={addressOf(source)}>{source.title}</PlaceLink>
                {source.said !== '' && <span className="soft"> {source.said}</span>}
              </li>
            ))}
          </ul>
        </ScrollBox>
      )}
      <DialogActions>
        <Button kind="main" autoFocus onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </DialogBox>
  )
}
