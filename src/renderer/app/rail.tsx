import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Check, CircleAlert, CloudOff, type LucideIcon, Menu as MenuIcon, RefreshCw, Search } from 'lucide-react'
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Link,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import type { SyncState } from '../../shared/contract/index.ts'
import { needsYou } from '../../shared/review/needs-you.ts'
import { shortcutOf } from '../commands/index.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { settled } from '../connection/use-request.ts'
import { testWanted } from '../settings/test-wanted.ts'
import { useLasting } from '../state/use-lasting.ts'
import { useNow } from '../state/use-now.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Keys } from '../ui/keys.tsx'
import { reviewsFor } from '../week/needs.ts'
import { choicesIn, leadsToSettings, type SharingWords, sharingWords } from '../words/sharing.ts'
import { Mark } from './brand.tsx'
import { openDialog } from './dialogs.ts'
import { places } from './places.ts'
import { placeOf, type RailPlace, railPlaces } from './places-list.ts'

/** What waits in each place, as numbers beside its name. */
function useCounts(): (place: RailPlace) => number {
  const week = useQuery(orpc.week.get.queryOptions()).data
  const counts = { week: week ? needsYou(week) : 0, review: week ? reviewsFor(week) : 0 }
  return place => (place.counts ? counts[place.counts] : 0)
}

export function Rail() {
  const { config } = useOpened()
  const here = placeOf(useLocation().pathname)
  const countOf = useCounts()
  return (
    <nav className="rail" aria-label="Places">
      <div className="brand">
        <Mark />
        <p className="brand-words">
          <span className="brand-name">Signpost</span>
          <span className="soft">{config.name}</span>
        </p>
      </div>
      <AriaButton className="button rail-find" onPress={() => openDialog('palette')}>
        <Search aria-hidden="true" />
        Find anything
        <Keys shortcut={shortcutOf('command-palette') ?? ''} />
      </AriaButton>
      <ul className="rail-list">
        {railPlaces.map(place => (
          <li key={place.href}>
            <RailLink place={place} here={here === place} many={countOf(place)} />
          </li>
        ))}
      </ul>
      <div className="rail-foot">
        <Sharing />
      </div>
    </nav>
  )
}

function RailLink({ place, here, many }: { place: RailPlace; here: boolean; many: number }) {
  const Icon = place.icon
  return (
    <Link href={place.href} className="rail-link" {...(here && { 'aria-current': 'page' as const })}>
      <Icon className="icon" aria-hidden="true" />
      {place.label}
      {many > 0 && (
        <span className="rail-many">
          {many}
          <span className="unseen"> waiting</span>
        </span>
      )}
    </Link>
  )
}

interface SharingNow {
  state: SyncState
  words: SharingWords
}

function useSharing(): SharingNow | null {
  const state = useQuery(orpc.sync.state.queryOptions()).data
  const now = useNow()
  return state === undefined ? null : { state, words: sharingWords(state, now) }
}

const sharingIcons = { good: Check, warn: CloudOff, stop: CircleAlert } as const

function sharingIcon({ state, words }: SharingNow): LucideIcon {
  return state.kind === 'working' ? RefreshCw : sharingIcons[words.tone]
}

/** Sharing that takes longer than this can be stopped by hand. */
const usualMs = 3_000

/** Always in one sentence: where everybody's work is. */
function Sharing() {
  const sharing = useSharing()
  const lasts = useLasting(sharing?.state.kind === 'working', usualMs)
  if (sharing === null) return null
  const { state, words } = sharing
  const Icon = sharingIcon(sharing)
  return (
    <div className={`sharing sharing-${words.tone}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p>
          <span className="sharing-head">{words.head}</span>
          <br />
          {words.rest}
        </p>
        {lasts && (
          <div className="actions">
            <Button size="small" about="sharing" onPress={() => void settled(() => api.start.cancel({ job: 'sync' }))}>
              Stop
            </Button>
          </div>
        )}
        {leadsToSettings(state) && (
          <div className="actions">
            <LinkButton size="small" href={places.settings} onPress={() => testWanted.set(true)}>
              Put it right
            </LinkButton>
          </div>
        )}
        {/* A question waits while other work is on its way, and while there is no network, no less. */}
        {choicesIn(state) > 0 && (
          <div className="actions">
            <LinkButton size="small" href={places.choose}>
              Choose
            </LinkButton>
          </div>
        )}
      </div>
    </div>
  )
}

/** The rail of a narrow window: where you are, and a menu of everywhere else. */
export function Bar() {
  const { pathname } = useLocation()
  const here = placeOf(pathname)
  const countOf = useCounts()
  const sharing = useSharing()
  return (
    <nav className="bar" aria-label="Places">
      <MenuTrigger>
        <Button icon={MenuIcon} aria-label={`Places. You are in ${here?.label ?? 'Signpost'}`}>
          {here?.label ?? 'Places'}
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu" aria-label="Places">
            {railPlaces.map(place => (
              <MenuItem key={place.href} href={place.href} textValue={place.label} className="menu-item">
                <place.icon className="icon" aria-hidden="true" />
                <span>{place.label}</span>
                {countOf(place) > 0 && <span className="rail-many">{countOf(place)}</span>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button icon={Search} onPress={() => openDialog('palette')}>
        Find
      </Button>
      {sharing && (
        // Closes by itself when it has led somewhere.
        <DialogTrigger key={pathname}>
          <Button kind="bare" icon={sharingIcon(sharing)} about={`. ${sharing.words.head}. ${sharing.words.rest}`}>
            {sharing.words.short}
          </Button>
          <Popover className="popover" placement="bottom end">
            <Dialog className="sharing-whole" aria-label="Sharing">
              <Sharing />
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </nav>
  )
}
