import { BadgeCheck } from 'lucide-react'
import type { SiteReport } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'

/** The pages that it pays to mend first, each with the reasons why it stands there. */
export function FirstSheet({ first }: { first: SiteReport['first'] }) {
  if (first.length === 0) {
    return (
      <Sheet title="Pages to fix first">
        <Empty icon={BadgeCheck} title="Nothing to fix" level={3}>
          The checks found nothing wrong. What only a person can see is for your reviews.
        </Empty>
      </Sheet>
    )
  }
  return (
    <Sheet
      title={first.length === 10 ? 'Ten pages to fix first' : 'Pages to fix first'}
      foot="What stops publishing weighs most, and what families read now, about rights, money or safety, weighs more than the rest. How many people read a page is not known here, so it does not count."
    >
      <Rows label="Pages to fix first, in this order">
        {first.map(({ id, title, reasons }) => (
          <Row
            key={id}
            title={title}
            href={pagePlace(id)}
            actions={
              <LinkButton size="small" href={pagePlace(id)} about={title}>
                Open
              </LinkButton>
            }
          >
            {asSentence(reasons)}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

function asSentence(reasons: readonly string[]): string {
  const words = reasons.join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
