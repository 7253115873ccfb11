import { useQuery } from '@tanstack/react-query'
import { FileText, MapPin } from 'lucide-react'
import { useState } from 'react'
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
import { orpc } from '../connection/api.ts'
import { useSectionTitle } from '../connection/session.ts'
import { useValue } from '../state/value-store.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { commands } from './records.ts'
import { handlers } from './registry.ts'
import './commands.css'

/** As many pages as one screen of the palette holds: more words find fewer. */
const mostPages = 8

/** Everything that can be done here, and every page by its title, found by typing a part of its name. */
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
        <Label className="field-label">A command or a page’s title</Label>
        <Input className="field-input" />
      </SearchField>
      <ScrollBox label="Found">
        <Menu
          className="menu"
          aria-label="What was found"
          onAction={key => act(String(key))}
          renderEmptyState={() => <p className="menu-empty soft">Nothing is called that. Try fewer letters.</p>}
        >
          {found.length > 0 && <PagesFound pages={found} onClose={onClose} />}
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
