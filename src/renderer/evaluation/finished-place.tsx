import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { countJudgements, type JudgedRequirement, type Snapshot } from '../../shared/checklist/index.ts'
import { places } from '../app/places.ts'
import { gapWords } from '../checklist/words.ts'
import { orpc } from '../connection/api.ts'
import { useNameOf } from '../connection/session.ts'
import { Answer } from '../ui/answer.tsx'
import { Chip } from '../ui/chip.tsx'
import { PlaceLink } from '../ui/link.tsx'
import { Place } from '../ui/place.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { listed } from '../words/counts.ts'
import { fullDay } from '../words/dates.ts'
import { stateWords } from '../words/states.ts'
import { ProgressLine } from './progress-line.tsx'
import { judgedWords } from './words.ts'
import './evaluation.css'

/** A finished evaluation, as it was on its day: nothing here follows what pages or lists have become since. */
export function FinishedPlace() {
  const { id = '' } = useParams({ strict: false })
  const finished = useQuery(orpc.evaluation.finished.queryOptions({ input: { snapshot: id } }))
  return (
    <Answer query={finished} reading="Reading the finished evaluation">
      {({ snapshot, by, at }) => (
        <Place
          title={snapshot.title}
          long
          crumbs={<PlaceLink href={places.checklists}>Checklists</PlaceLink>}
          lead={
            <>
              <p>
                {snapshot.checklist.title}, version {snapshot.checklist.version}. Finished on {fullDay(at.slice(0, 10))}{' '}
                by {by.name}; judged by{' '}
                {listed(
                  snapshot.people.map(({ name }) => name),
                  5,
                )}
                .
              </p>
              <p>It is shown as it was on that day. It helped to review; it proves nothing by itself.</p>
            </>
          }
        >
          <ProgressLine counts={countJudgements(snapshot.requirements)} differing={0} />
          <Gaps gaps={snapshot.gaps} />
          {snapshot.sections.map(section => {
            const own = snapshot.requirements.filter(each => each.section === section.id)
            const { yes, limited, no } = countJudgements(own)
            return (
              <Sheet key={section.id} title={section.title} note={`${yes} yes, ${limited} limited, ${no} no`}>
                <Rows label={section.title}>
                  {own.map(each => (
                    <Judged key={each.id} requirement={each} />
                  ))}
                </Rows>
              </Sheet>
            )
          })}
        </Place>
      )}
    </Answer>
  )
}

function Judged({ requirement }: { requirement: JudgedRequirement }) {
  const nameOf = useNameOf()
  const { word, tone } = judgedWords(requirement.judgement)
  const said = [
    requirement.comment,
    requirement.evidence && `Evidence: ${requirement.evidence}`,
    requirement.owner && `${nameOf(requirement.owner)} sees to it.`,
    requirement.action && `Next: ${requirement.action}`,
  ].filter(Boolean)
  return (
    <Row
      chip={<Chip tone={tone}>{word}</Chip>}
      title={
        <>
          {requirement.id} {requirement.text}
        </>
      }
    >
      {said.map(words => (
        <p key={words}>{words}</p>
      ))}
      <p>
        {requirement.measured.why}{' '}
        {requirement.pages
          .map(
            page =>
              `“${page.title}” (${stateWords[page.state].word.toLowerCase()}${page.overdue ? ', review late' : ''})`,
          )
          .join(', ')}
      </p>
    </Row>
  )
}

function Gaps({ gaps }: Pick<Snapshot, 'gaps'>) {
  const nameOf = useNameOf()
  if (gaps.length === 0) return null
  const closed = gaps.filter(({ status }) => status === 'closed').length
  return (
    <Sheet title="Gaps on that day" note={`${closed} of ${gaps.length} closed`}>
      <Rows label="Gaps on that day">
        {gaps.map(gap => (
          <Row
            key={gap.id}
            chip={<Chip tone={gapWords[gap.status].tone}>{gapWords[gap.status].word}</Chip>}
            title={gap.label}
          >
            {[gap.why, gap.owner && `${nameOf(gap.owner)} sees to it.`, gap.action && `Next: ${gap.action}`]
              .filter(Boolean)
              .join(' ')}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
