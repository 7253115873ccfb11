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

/** A wrong one would count pages for what nobody said that they answer, so that none is chosen before somebody does. */
const notChosen = 'not chosen'

function StrayRow({ tag, checklists }: { tag: StrayTag; checklists: readonly ChecklistView[] }) {
  // The team's own lists come last, and a tag that nothing leads to is mostly of one of those.
  const requirements = checklists.toReversed().flatMap(({ sections }) => sections.flatMap(each => each.requirements))
  const [to, setTo] = useState(notChosen)
  const move = useAct(api.lists.moveTag)

  async function submit() {
    if ((await move.run({ from: tag.requirement, to })) === null) return
    void move.sayDone(`Pages that are tagged with ${tag.requirement} answer ${to} now.`)
  }

  return (
    <Row title={tag.text === null ? tag.requirement : `${tag.requirement}: ${tag.text}`}>
      <p>On {listed(tag.pages.map(({ title }) => `“${title}”`))}. Leave it, or say what it means now.</p>
      <div className="stray-choice">
        <SelectField
          label={`What ${tag.requirement} is now`}
          value={to}
          onChange={setTo}
          options={[
            { value: notChosen, label: 'Not chosen yet' },
            ...requirements.map(({ id, text }) => ({ value: id, label: `${id} ${text}` })),
          ]}
        />
        <Button about={tag.requirement} isDisabled={to === notChosen} busy={move.busy} onPress={() => void submit()}>
          It is this one now
        </Button>
      </div>
      <RefusalNotice refusal={move.refusal} />
    </Row>
  )
}
