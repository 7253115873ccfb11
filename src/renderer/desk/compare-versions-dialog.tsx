import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PageId } from '../../shared/content/index.ts'
import type { Version } from '../../shared/contract/index.ts'
import { isRefusal } from '../../shared/outcome.ts'
import { orpc } from '../connection/api.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { FieldChange } from '../ui/field-change.tsx'
import { ComparedDoc } from '../ui/rendered-doc.tsx'
import { SelectField } from '../ui/select.tsx'
import { dayAndTime } from '../words/dates.ts'

interface CompareVersionsDialogProps {
  id: PageId
  title: string
  /** Newest first; at least two. */
  versions: readonly Version[]
  onClose: () => void
}

/** Any two versions of a page, word by word, as it would be read. */
export function CompareVersionsDialog({ id, title, versions, onClose }: CompareVersionsDialogProps) {
  const now = useNow()
  const lastLive = versions.slice(1).find(({ live }) => live)
  const [from, setFrom] = useState(lastLive?.version ?? versions[1]?.version ?? '')
  const [to, setTo] = useState(versions[0]?.version ?? '')
  const options = versions.map(({ version, at, by, sentence }) => ({
    value: version,
    label: `${dayAndTime(at, now)}, ${by.name}`,
    help: sentence,
  }))
  // Whichever is chosen first, the earlier one is where the comparison starts.
  const place = (version: string) => versions.findIndex(each => each.version === version)
  const [earlier, later] = place(from) > place(to) ? [from, to] : [to, from]
  const before = useQuery(orpc.pages.version.queryOptions({ input: { id, version: earlier } })).data
  const after = useQuery(orpc.pages.version.queryOptions({ input: { id, version: later } }))
  return (
    <DialogBox isOpen onClose={onClose} title={`Compare two versions of “${title}”`} width="wide">
      <div className="form">
        <SelectField label="One version" value={from} onChange={setFrom} options={options} />
        <SelectField label="The other version" value={to} onChange={setTo} options={options} />
      </div>
      <p className="soft">
        {earlier === later
          ? 'This is the same version twice.'
          : 'Words that the later version added are underlined; words that it took out are crossed out.'}
      </p>
      <Answer query={after} reading="Reading the versions">
        {shown =>
          before !== undefined &&
          !isRefusal(before) && (
            <>
              <FieldChange label="Title" before={before.entry.fields.title} after={shown.entry.fields.title} />
              <FieldChange label="Summary" before={before.entry.fields.summary} after={shown.entry.fields.summary} />
              <ComparedDoc before={before.doc} after={shown.doc} headingOffset={1} excerpt spoken />
            </>
          )
        }
      </Answer>
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </DialogBox>
  )
}
