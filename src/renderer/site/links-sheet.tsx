import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import type { OutsideLinks, OutsideState } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { api, orpc } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Empty } from '../ui/empty.tsx'
import { OutsideLink, PlaceLink } from '../ui/link.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { count } from '../words/counts.ts'
import { calendarDay } from '../words/dates.ts'

const chips = {
  broken: { word: 'Broken', tone: 'stop' },
  'failed-once': { word: 'Failed once', tone: 'warn' },
  unknown: { word: 'Could not check', tone: 'plain' },
} as const
const order = ['broken', 'failed-once', 'unknown'] as const

/** Where links out lead, as far as this computer has looked. */
export function LinksSheet() {
  const links = useQuery(orpc.site.links.queryOptions())
  return (
    <Answer query={links} reading="Reading what is known of links out">
      {({ state, links: found }) => <Found state={state} links={found} />}
    </Answer>
  )
}

function Found({ state, links }: { state: OutsideState; links: OutsideLinks }) {
  const queries = useQueryClient()
  const look = useRequest(api.site.lookAtLinks)
  const now = useNow()
  const busy = look.busy || state.running !== null

  async function lookNow() {
    await look.run(undefined)
    await queries.invalidateQueries({ queryKey: orpc.site.links.key() })
  }

  return (
    <Sheet
      title="Links out"
      {...(state.last && { note: `last looked at ${calendarDay(state.last, now)}` })}
      actions={
        <Button size="small" busy={busy} isDisabled={state.addresses === 0} onPress={() => void lookNow()}>
          Check links now
        </Button>
      }
      foot={howWords(state)}
    >
      <RefusalNotice refusal={look.refusal} />
      {links.length === 0 ? (
        <Empty icon={Link2} title={state.looked === 0 ? 'Nothing was looked at yet' : 'No broken links'} level={3}>
          {lookedWords(state)}
        </Empty>
      ) : (
        <Rows label="Links out that need a look">
          {order
            .flatMap(kind => links.filter(link => link.kind === kind))
            .map(({ kind, href, on, why, pages }) => (
              <Row
                key={href}
                chip={<Chip tone={chips[kind].tone}>{chips[kind].word}</Chip>}
                title={<OutsideLink href={href}>{href}</OutsideLink>}
              >
                <p>{`${why} Looked at ${calendarDay(on, now)}.`}</p>
                <ul className="link-pages" aria-label={`Pages that lead to ${href}`}>
                  {pages.map(({ id, title, text }) => (
                    <li key={`${id} ${text}`}>
                      “{text}” on <PlaceLink href={pagePlace(id)}>{title}</PlaceLink>
                    </li>
                  ))}
                </ul>
              </Row>
            ))}
        </Rows>
      )}
    </Sheet>
  )
}

function lookedWords({ looked, addresses, running }: OutsideState): string {
  if (addresses === 0) return 'No page leads to another site.'
  if (running !== null) return `Looking at ${running.done} of ${running.total}.`
  return `${looked} of ${count(addresses, 'address', 'addresses')} ${looked === 1 ? 'was' : 'were'} looked at.`
}

function howWords({ on, mayAsk }: OutsideState): string {
  const how = 'A link is broken when it failed on two days. A site that only answers people could not be checked.'
  if (!on) return `${how} Looking in the background is switched off under Settings.`
  return mayAsk
    ? how
    : `${how} Signpost does not look in the background while this laptop is not online, or saves data.`
}
