import { useQuery } from '@tanstack/react-query'
import { FileText, MapPin } from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from 'react-aria-components'
import type { PageRow } from '../../shared/contract/index.ts'
import { pagePlace } from '../app/places.ts'
import { type api, orpc } from '../connection/api.ts'
import { useSectionTitle } from '../connection/session.ts'
import { markWords } from '../desk/mark-words.ts'
import { wordsWanted } from '../desk/words-wanted.ts'
import { useValue } from '../state/value-store.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { commands } from './records.ts'
import { handlers } from './registry.ts'
import './commands.css'

/** As many pages as one screen of the palette holds: more words find fewer. */
const mostPages = 8
/** The words inside are looked for when the typing pauses. */
const pause = 150

type SearchHit = Awaited<ReturnType<typeof api.pages.search>>[number]

/** Everything that can be done here, and every page, found by its title or by words that stand in it. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title="Find anything">
      <PaletteBody onClose={onClose} />
    </DialogBox>
  )
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const now = useValue(handlers)
  const { contains } = useFilter({ sensitivity: 'base' })
  const pages = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const found = text.trim() === '' ? [] : pages.filter(page => contains(page.title, text)).slice(0, mostPages)
  const asked = useSettled(text.trim())
  const inside = useQuery(
    orpc.pages.search.queryOptions({
      input: { text: asked },
      enabled: asked.length > 1,
      placeholderData: last => last,
    }),
  )
  const shown = new Set(found.map(({ id }) => id))
  const hits = (asked.length > 1 && text.trim() !== '' ? (inside.data ?? []) : [])
    .filter(({ id }) => !shown.has(id))
    .slice(0, mostPages)
  const can = commands.filter(
    command => command.id !== 'command-palette' && command.isAvailable(now) && contains(command.label, text),
  )

  function act(key: string) {
    onClose()
    // After the dialog has given the focus back, so that the command can move it.
    setTimeout(() => commands.find(command => command.id === key)?.run(handlers.get()))
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="field" autoFocus>
        <Label className="field-label">A command, a page’s title, or words in a page</Label>
        <Input className="field-input" />
      </SearchField>
      <ScrollBox label="Found">
        <Menu
          className="menu"
          aria-label="What was found"
          onAction={key => act(String(key))}
          renderEmptyState={() => <p className="menu-empty soft">{nothing(text, asked, inside.isFetching)}</p>}
        >
          {found.length > 0 && <PagesFound pages={found} onClose={onClose} />}
          {hits.length > 0 && <WordsFound hits={hits} asked={asked} onClose={onClose} />}
          {can.length > 0 && (
            <MenuSection aria-label="Commands">
              <Header className="menu-header">Commands</Header>
              {can.map(({ id, label, icon: Icon, shortcut }) => (
                <MenuItem key={id} id={id} textValue={label} className="menu-item">
                  <Icon className="icon" aria-hidden="true" />
                  <span>{label}</span>
                  {shortcut && <Keys shortcut={shortcut} />}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </ScrollBox>
    </Autocomplete>
  )
}

function nothing(text: string, asked: string, isLooking: boolean): string {
  return isLooking || asked !== text.trim() ? 'Looking in the pages…' : 'Nothing has that. Try fewer letters.'
}

/** Follows what is typed when the typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function WordsFound({ hits, asked, onClose }: { hits: readonly SearchHit[]; asked: string; onClose: () => void }) {
  return (
    <MenuSection aria-label="With these words inside">
      <Header className="menu-header">With these words inside</Header>
      {hits.map(({ id, title, excerpt, found }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={`${title}: ${excerpt}`}
          className="menu-item"
          href={pagePlace(id)}
          onAction={() => {
            if (found !== null) wordsWanted.set({ id, found })
            onClose()
          }}
        >
          <FileText className="icon" aria-hidden="true" />
          <span>
            {title}
            <span className="menu-excerpt soft">
              {markWords(excerpt, `${asked} ${found ?? ''}`).map(({ words, hit, start }) =>
                hit ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
              )}
            </span>
          </span>
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function PagesFound({ pages, onClose }: { pages: readonly PageRow[]; onClose: () => void }) {
  const sectionTitle = useSectionTitle()
  return (
    <MenuSection aria-label="Pages">
      <Header className="menu-header">Pages</Header>
      {pages.map(page => (
        <MenuItem
          key={page.id}
          id={page.id}
          textValue={page.title}
          className="menu-item"
          href={pagePlace(page.id)}
          onAction={onClose}
        >
          {page.kind === 'page' ? (
            <FileText className="icon" aria-hidden="true" />
          ) : (
            <MapPin className="icon" aria-hidden="true" />
          )}
          <span>
            {page.title} <span className="soft">{page.kind === 'page' ? sectionTitle(page.section) : 'Service'}</span>
          </span>
        </MenuItem>
      ))}
    </MenuSection>
  )
}
