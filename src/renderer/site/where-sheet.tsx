import { useState } from 'react'
import type { SiteReport } from '../../shared/contract/index.ts'
import { pagePlace, sectionPlace } from '../app/places.ts'
import { problemWanted } from '../desk/problem-wanted.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'
import { kindName } from './kind-words.ts'
import { NotAProblemDialog } from './not-a-problem-dialog.tsx'

type Kind = SiteReport['kinds'][number]

/** A screenful or two. */
const atOnce = 30

/** All places of one kind of problem, each with the way to its words. */
export function WhereSheet({ kind }: { kind: Kind }) {
  const [shown, setShown] = useState(atOnce)
  const more = kind.where.length - shown
  return (
    <Sheet
      title={`Where: ${kindName(kind.rule)}`}
      note={count(kind.many, 'problem')}
      foot={
        more > 0 && (
          <Button size="small" onPress={() => setShown(shown + atOnce)}>
            {`Show ${Math.min(more, atOnce)} more of ${more}`}
          </Button>
        )
      }
    >
      <Rows label={`Problems of the kind ${kindName(kind.rule)}`}>
        {kind.where.slice(0, shown).map((where, index) => (
          <WhereRow key={`${where.id} ${index.toString()}`} where={where} kind={kind} />
        ))}
      </Rows>
    </Sheet>
  )
}

function WhereRow({ where: { id, section, title, message }, kind }: { where: Kind['where'][number]; kind: Kind }) {
  const { rule, between } = kind
  const [asking, setAsking] = useState(false)
  const href = id === null ? sectionPlace(section) : pagePlace(id)
  return (
    <Row
      title={title}
      href={href}
      actions={
        <>
          <LinkButton
            size="small"
            href={href}
            about={`${title}: ${message}`}
            onPress={() => problemWanted.set(id === null ? null : { id, rule, message })}
          >
            Show me
          </LinkButton>
          {between && id !== null && (
            <Button size="small" about={`: ${title}: ${message}`} onPress={() => setAsking(true)}>
              Not a problem here…
            </Button>
          )}
        </>
      }
    >
      {message}
      {asking && id !== null && (
        <NotAProblemDialog page={id} rule={rule} message={message} onClose={() => setAsking(false)} />
      )}
    </Row>
  )
}
