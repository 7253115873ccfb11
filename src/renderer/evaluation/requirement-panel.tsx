import { type Judgement, judgements } from '../../shared/checklist/index.ts'
import { pagePlace } from '../app/places.ts'
import { confidenceWords, kindWords, refsWords } from '../checklist/words.ts'
import { useNameOf } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { listed } from '../words/counts.ts'
import { stateWords } from '../words/states.ts'
import { Lookalikes } from './lookalikes.tsx'
import type { WorkingItem } from './narrow-items.ts'
import { SayingFields } from './saying-fields.tsx'
import { fieldWords, judgedWords, judgementWords } from './words.ts'

interface RequirementPanelProps {
  evaluation: string
  checklist: string
  working: WorkingItem
  isFixed: boolean
  busy: boolean
  onJudge: (judgement: Judgement) => void
}

/** All that helps to judge one requirement, and what is said of it. */
export function RequirementPanel({ evaluation, checklist, working, isFixed, busy, onJudge }: RequirementPanelProps) {
  const { asked, item } = working
  const who = listed(item.judgedBy.map(({ by }) => by.name))
  return (
    <section className="sheet evaluation-panel" aria-labelledby="requirement-here">
      <h2 id="requirement-here">
        <span className="soft">{asked.id}</span> {asked.text}
      </h2>
      <p className="soft">
        {[confidenceWords(asked), refsWords(asked), kindWords[asked.kind]].filter(Boolean).join('. ')}
      </p>
      <fieldset className="evaluation-judgement">
        <legend>Is it met?</legend>
        <div className="actions">
          {judgements.map(judgement => (
            <Button
              key={judgement}
              isDisabled={isFixed}
              busy={busy}
              aria-pressed={item.judgement === judgement}
              about={asked.id}
              onPress={() => onJudge(judgement)}
            >
              {judgementWords[judgement].word}
            </Button>
          ))}
        </div>
        <p className="soft">
          {item.judgement === null ? 'Not judged yet.' : `Judged by ${who}.`}
          {item.last !== null && ` Last time: ${judgedWords(item.last.judgement).word.toLowerCase()}.`}
        </p>
      </fieldset>
      <Differences item={item} />
      <WhatAnswers working={working} />
      {asked.kind === 'content' && <Lookalikes checklist={checklist} requirement={asked.id} />}
      <SayingFields evaluation={evaluation} checklist={checklist} working={working} isFixed={isFixed} />
    </section>
  )
}

/** What colleagues said who could not see one another's words. It asks for nothing; whoever knows says what holds. */
function Differences({ item }: Pick<WorkingItem, 'item'>) {
  const nameOf = useNameOf()
  if (item.differs.length === 0) return null
  return (
    <Notice tone="warn">
      {item.differs.map(({ field, words }) => (
        <p key={field}>
          On {fieldWords[field]}:{' '}
          {words
            .map(({ by, value }) => `${by.name} said “${field === 'owner' && value !== '' ? nameOf(value) : value}”`)
            .join('; ')}
          .{field === 'judgement' && ' The more careful one counts.'}
        </p>
      ))}
      <p>Both are kept. Say it again below, and that is what holds.</p>
    </Notice>
  )
}

function WhatAnswers({ working: { covered } }: Pick<RequirementPanelProps, 'working'>) {
  if (covered === null) return null
  return (
    <div className="side-stack">
      <h3>What answers it now</h3>
      <p>{covered.why}</p>
      {covered.pages.length > 0 && (
        <ul>
          {covered.pages.map(page => (
            <li key={`${page.id} ${page.heading ?? ''}`}>
              <PlaceLink href={pagePlace(page.id)}>{page.title}</PlaceLink>{' '}
              <span className="soft">
                {[
                  stateWords[page.state].word.toLowerCase(),
                  page.overdue && 'review is late',
                  page.heading !== null && `under “${page.heading.replaceAll('-', ' ')}”`,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
