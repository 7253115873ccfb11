import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ComparedEvaluations } from '../../shared/contract/index.ts'
import { places } from '../app/places.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { Chip } from '../ui/chip.tsx'
import { CheckField } from '../ui/fields.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { listed } from '../words/counts.ts'
import { fullDay } from '../words/dates.ts'
import { changeWords, judgedWords } from './words.ts'

const listWords: Readonly<Record<ComparedEvaluations['list'], string>> = {
  same: '',
  'other-version':
    'The checklist changed between the two, so some requirements have other words or stand in one of them only.',
  'other-list': 'They are about different checklists, so hardly any requirement stands in both.',
}

/** Two finished evaluations, requirement by requirement: what became better, what worse, what is new. */
export function ComparedPlace() {
  const { one = '', other = '' } = useParams({ strict: false })
  const compared = useQuery(orpc.evaluation.compare.queryOptions({ input: { one, other } }))
  return (
    <Answer query={compared} reading="Comparing the two">
      {({ before, after, list, sections, requirements }) => (
        <Place
          title={`${before.title} and ${after.title}`}
          long
          crumbs={<PlaceLink href={places.checklists}>Checklists</PlaceLink>}
          lead={
            <p>
              Finished on {fullDay(before.at.slice(0, 10))} and {fullDay(after.at.slice(0, 10))}.{' '}
              {countsOf(requirements)}
            </p>
          }
        >
          {list !== 'same' && (
            <Notice tone="info">
              <p>{listWords[list]}</p>
            </Notice>
          )}
          <Compared sections={sections} requirements={requirements} />
        </Place>
      )}
    </Answer>
  )
}

function countsOf(requirements: ComparedEvaluations['requirements']): string {
  const many = (change: string) => requirements.filter(each => each.change === change).length
  return `${many('better')} better, ${many('worse')} worse, ${many('same')} the same.`
}

function Compared({ sections, requirements }: Pick<ComparedEvaluations, 'sections' | 'requirements'>) {
  const [all, setAll] = useState(false)
  const shown = requirements.filter(each => all || each.change !== 'same')
  return (
    <>
      <CheckField isSelected={all} onChange={setAll}>
        Show also what stayed the same
      </CheckField>
      {shown.length === 0 && <p className="gap">Every judgement stayed the same.</p>}
      {sections.map(({ id, title }) => {
        const own = shown.filter(({ section }) => section === id)
        if (own.length === 0) return null
        return (
          <div key={id} className="gap">
            <Sheet title={title}>
              <Rows label={title}>
                {own.map(each => (
                  <Row
                    key={each.id}
                    chip={<Chip tone={changeWords[each.change].tone}>{changeWords[each.change].word}</Chip>}
                    title={`${each.id} ${each.text}`}
                  >
                    {judgedWords(each.before).word} before, {judgedWords(each.after).word.toLowerCase()} now.
                    {each.former.length > 0 && ` It was ${listed(each.former)} then.`}
                    {each.reworded && ' Its words in the checklist changed.'}
                  </Row>
                ))}
              </Rows>
            </Sheet>
          </div>
        )
      })}
    </>
  )
}
