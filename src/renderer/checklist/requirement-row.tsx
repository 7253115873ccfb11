import { Fragment } from 'react'
import type { RequirementView } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { useLedTo } from '../ui/use-led-to.ts'
import { stateWords } from '../words/states.ts'
import type { Covered } from './narrow-requirements.ts'
import { confidenceWords, kindWords, refsWords, statusWords } from './words.ts'

interface RequirementRowProps {
  asked: RequirementView
  covered: Covered | null
  isLedTo: boolean
  /** Null where nothing can be changed here. */
  onChange: (() => void) | null
}

/** One requirement: what it asks, how far pages answer it and which, and how sure we are that it is really asked. */
export function RequirementRow({ asked, covered, isLedTo, onChange }: RequirementRowProps) {
  const ledTo = useLedTo(isLedTo)
  const status = statusWords[covered?.status ?? 'no']
  return (
    <li {...ledTo} className="row requirement">
      <Chip tone={status.tone}>{status.word}</Chip>
      <div className="row-words">
        <p>
          <span className="soft">{asked.id}</span> {asked.text}
        </p>
        {covered && <p className="soft">{[covered.why, kindWords[asked.kind]].filter(Boolean).join(' ')}</p>}
        {covered && covered.pages.length > 0 && <Pages pages={covered.pages} />}
        <p className="soft">
          {[confidenceWords(asked), refsWords(asked)].filter(Boolean).join('. ')}
          {asked.same.length > 0 && `. Same as ${asked.same.join(', ')}`}
        </p>
      </div>
      {onChange !== null && (
        <div className="actions">
          <Button size="small" kind="bare" about={asked.id} onPress={onChange}>
            Change…
          </Button>
        </div>
      )}
    </li>
  )
}

function Pages({ pages }: { pages: Covered['pages'] }) {
  return (
    <p>
      {pages.map((page, index) => (
        <Fragment key={`${page.id} ${page.heading ?? ''}`}>
          {index > 0 && ', '}
          <PlaceLink href={pagePlace(page.id)}>{page.title}</PlaceLink>
          <span className="soft">
            {' '}
            ({[stateWords[page.state].word.toLowerCase(), page.overdue && 'review is late'].filter(Boolean).join(', ')})
          </span>
        </Fragment>
      ))}
    </p>
  )
}
