import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChecklistView, StrayTag } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api, orpc } from '../connection/api.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { SelectField } from '../ui/select.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { listed } from '../words/counts.ts'

/** Tags that a new version of a list left behind: each is asked about, and can be left. */
export function StraySheet({ checklists }: { checklists: readonly ChecklistView[] }) {
  const stray = useQuery(orpc.lists.stray.queryOptions()).data ?? []
  if (stray.length === 0) return null
  return (
    <div className="gap">
      <Sheet title="Tags that lead to no requirement" note={`${stray.length}, after a list changed`}>
        <Rows label="Tags that lead to no requirement">
          {stray.map(tag => (
            <StrayRow key={tag.requirement} tag={tag} checklists={checklists} />
          ))}
        </Rows>
      </Sheet>
    </div>
  )
}

function StrayRow({ tag, checklists }: { tag: StrayTag; checklists: readonly ChecklistView[] }) {
  const requirements = checklists.flatMap(({ sections }) => sections.flatMap(each => each.requirements))
  const [to, setTo] = useState(requirements[0]?.id ?? '')
  const move = useAct(api.lists.moveTag)

  async function submit() {
    if ((await move.run({ from: tag.requirement, to })) === null) return
    void move.sayDone(`Pages that are tagged with ${tag.requirement} answer ${to} now.`)
  }

  return (
    <Row
      title={tag.requirement}
      actions={
        <Button size="small" about={tag.requirement} busy={move.busy} onPress={() => void submit()}>
          It is this one now
        </Button>
      }
    >
      <p>On {listed(tag.pages.map(({ title }) => `“${title}”`))}. Leave it, or say what it means now.</p>
      <SelectField
        label={`What ${tag.requirement} is now`}
        value={to}
        onChange={setTo}
        options={requirements.map(({ id, text }) => ({ value: id, label: `${id} ${text}` }))}
      />
      <RefusalNotice refusal={move.refusal} />
    </Row>
  )
}
