import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useDeferredValue, useState } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { type Doc, headingsOf, type PageId } from '../../../shared/content/index.ts'
import { orpc } from '../../connection/api.ts'
import { useSectionTitle } from '../../connection/session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { chosenWords, markedWordsAt, markWords, unmarkWords } from '../commands/marked-words.ts'
import { runCommand } from '../run-command.ts'
import type { PageSession } from '../session/page-session.ts'
import { FormDialog } from './form-dialog.tsx'
import { describeHref, type KnownPlaces, type LinkTarget, linkTargets, targetNow } from './link-targets.ts'
import { useKeptDialog } from './use-kept-dialog.ts'

interface LinkDialogProps {
  editor: Editor
  session: PageSession
  onClose: () => void
}

/** A link is found by the title of where it goes, and its words have to make sense alone (WCAG 2.2 SC 2.4.4). */
export function LinkDialog({ editor, session, onClose }: LinkDialogProps) {
  const known = useKnownPlaces(editor, session.id)
  const [present] = useState(() => markedWordsAt(editor.state, 'link'))
  const [range] = useState(() => present ?? chosenWords(editor.state))
  // About these words and where they lead now: a dialog about others begins anew.
  const kept = useKeptDialog(session, `link ${present?.attrs.href ?? 'new'} ${range.text}`, {
    words: range.text,
    typed: '',
  })
  const { words, typed } = kept.typed
  const [chosen, setChosen] = useState<LinkTarget | null>(() =>
    present === null ? null : describeHref(String(present.attrs.href), known),
  )
  const [asked, setAsked] = useState(false)
  const target = targetNow(typed, chosen)
  const found = useFoundTargets(typed, known)
  const shownWords = words.trim() === '' && target !== null && range.text === '' ? target.label : words

  function choose(place: LinkTarget | undefined) {
    if (place === undefined) return
    setChosen(place)
    kept.set({ typed: place.label })
  }

  function submit() {
    if (target === null && found[0] !== undefined && typed.trim() !== '') return choose(found[0])
    setAsked(true)
    if (target === null || shownWords.trim() === '') return
    const mark = { name: 'link' as const, attrs: { href: target.href, title: null } }
    runCommand(editor, markWords(range, shownWords.trim(), mark))
    kept.done()
    onClose()
  }

  function unlink() {
    runCommand(editor, unmarkWords('link'))
    kept.leave()
    onClose()
  }

  return (
    <FormDialog
      title={present === null ? 'Link' : 'Change the link'}
      act={present === null ? 'Put the link in' : 'Change the link'}
      onAct={submit}
      onClose={onClose}
      onLeave={kept.leave}
      other={
        present && (
          <Button kind="stop" onPress={unlink}>
            Remove the link
          </Button>
        )
      }
    >
      <TargetField
        found={found}
        typed={typed}
        onType={value => kept.set({ typed: value })}
        chosen={chosen}
        onChoose={choose}
        trouble={asked && target === null}
      />
      <TextField
        label="Words of the link"
        value={shownWords}
        onChange={value => kept.set({ words: value })}
        help="They should say where it goes, even when somebody hears only them."
        trouble={asked && shownWords.trim() === '' ? 'Write the words that families press.' : null}
      />
    </FormDialog>
  )
}

function useKnownPlaces(editor: Editor, page: PageId): KnownPlaces {
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const sectionTitle = useSectionTitle()
  const [headings] = useState(() => headingsOf(editor.getJSON() as Doc))
  return { page, rows, headings, sectionTitle }
}

interface TargetFieldProps {
  found: readonly LinkTarget[]
  typed: string
  onType: (typed: string) => void
  chosen: LinkTarget | null
  onChoose: (place: LinkTarget | undefined) => void
  trouble: boolean
}

function TargetField({ found, typed, onType, chosen, onChoose, trouble }: TargetFieldProps) {
  const target = targetNow(typed, chosen)
  return (
    <div className="target-field">
      <Autocomplete inputValue={typed} onInputChange={onType} disableAutoFocusFirst>
        <SearchField className="field" autoFocus>
          <Label className="field-label">Where it goes</Label>
          <p className="field-help">A part of a title, or a web address, an email address or a telephone number.</p>
          <Input className="field-input" />
        </SearchField>
        {typed.trim() !== '' && typed !== chosen?.label && (
          <ListBox
            className="menu target-list"
            aria-label="Places that were found"
            selectionMode="single"
            items={found.map(one => ({ ...one, id: one.href }))}
            onAction={key => onChoose(found.find(one => one.href === key))}
            onSelectionChange={keys => {
              if (keys !== 'all') for (const key of keys) onChoose(found.find(one => one.href === key))
            }}
            renderEmptyState={() => <p className="menu-empty soft">Nothing has these words in its title.</p>}
          >
            {one => (
              <ListBoxItem id={one.id} textValue={one.label} className="menu-item option">
                <span className="option-words">
                  <span>{one.label}</span>
                  <span className="soft">{one.kind}</span>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
      <p className="target-now" role="status">
        {target === null ? (
          <span className={trouble ? 'field-trouble' : 'soft'}>Choose where the link goes.</span>
        ) : (
          <>
            <strong>{target.label}</strong> <span className="soft">{target.kind}</span>
          </>
        )}
      </p>
    </div>
  )
}

/** Titles at once, and then pages whose words have what was typed. */
function useFoundTargets(typed: string, known: KnownPlaces): LinkTarget[] {
  const text = useDeferredValue(typed.trim())
  const hits = useQuery(orpc.pages.search.queryOptions({ input: { text }, enabled: text.length > 2 })).data ?? []
  const byTitle = linkTargets(typed, known)
  const byWords = hits
    .filter(({ id }) => id !== known.page && byTitle.every(({ href }) => !href.endsWith(id)))
    .slice(0, 5)
    .map(({ id, kind, title }) => ({
      href: `${kind}:${id}`,
      label: title,
      kind: kind === 'service' ? 'Service with these words' : 'Page with these words',
    }))
  return [...byTitle, ...byWords]
}
