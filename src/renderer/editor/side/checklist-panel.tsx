import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useMemo, useRef, useState } from 'react'
import { suggestRequirements } from '../../../shared/checklist/index.ts'
import { type Doc, headingsOf, readingText, type Tag } from '../../../shared/content/index.ts'
import type { ChecklistView } from '../../../shared/contract/index.ts'
import { orpc } from '../../connection/api.ts'
import { announce } from '../../ui/announce.tsx'
import { Answer } from '../../ui/answer.tsx'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/fields.tsx'
import { RadioField, SelectField } from '../../ui/select.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useCursorHeading } from '../document/cursor-heading.ts'
import { withTags } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'
import { RequirementItem } from './requirement-item.tsx'
import { foundRequirements, hasTag, requirementById, tagPlace, withoutTag, withTag } from './tags.ts'

interface ChecklistPanelProps {
  editor: Editor
  session: PageSession
  readOnly: boolean
}

/** Which requirements this page answers, as a whole or under one of its headings. */
export function ChecklistPanel(props: ChecklistPanelProps) {
  const checklists = useQuery(orpc.checklist.list.queryOptions())
  return (
    <Answer query={checklists} reading="Reading the checklists">
      {lists => <Tagging {...props} checklists={lists} />}
    </Answer>
  )
}

function Tagging({ editor, session, readOnly, checklists }: ChecklistPanelProps & { checklists: ChecklistView[] }) {
  const tags = useSessionView(session, view => view.entry.fields.checklist)
  const [listId, setListId] = useState(checklists[0]?.id ?? '')
  const [find, setFind] = useState('')
  const [on, setOn] = useState<'page' | 'heading'>('page')
  const cursor = useCursorHeading(editor)
  const answered = useRef<HTMLHeadingElement>(null)
  const keepAnswered = useKeptFocus(answered)
  const tagging = useRef<HTMLHeadingElement>(null)
  const keepTagging = useKeptFocus(tagging)
  const list = checklists.find(one => one.id === listId)
  // The text as it was when the tab was opened or the list was chosen: suggestions stand still while somebody types.
  const doc = useMemo(() => editor.getJSON() as Doc, [editor, listId, tags])
  const headings = useMemo(() => headingsOf(doc), [doc])

  function setTags(change: (tags: readonly Tag[]) => Tag[], said: string) {
    session.setEntry(entry => withTags(entry, change(entry.fields.checklist)))
    announce(said)
  }
  function tagWith(requirement: string) {
    const heading = on === 'heading' && cursor !== null ? cursor.slugNow() : null
    setTags(now => withTag(now, { requirement, heading }), `Tagged ${requirement}.`)
  }

  const tagged = (requirement: string) =>
    hasTag(tags, { requirement, heading: on === 'heading' && cursor !== null ? cursor.slugNow() : null })

  return (
    <div className="side-stack">
      <section aria-label="Answered here" {...keepAnswered}>
        <h2 className="side-heading" ref={answered} tabIndex={-1}>
          Answered here
        </h2>
        {tags.length === 0 && <p className="soft">Nothing is tagged yet.</p>}
        <ul className="tag-list">
          {tags.map(tag => (
            <li key={`${tag.requirement} ${tag.heading ?? ''}`} className="tag">
              <div>
                <p>
                  <strong>{tag.requirement}</strong> {requirementById(checklists, tag.requirement)?.text}
                </p>
                <p className="soft">{tagPlace(tag, headings)}</p>
              </div>
              <Button
                size="small"
                kind="bare"
                about={tag.requirement}
                isDisabled={readOnly}
                onPress={() => setTags(now => withoutTag(now, tag), `${tag.requirement} is not tagged any more.`)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Tag a requirement" className="side-stack" {...keepTagging}>
        <h2 className="side-heading" ref={tagging} tabIndex={-1}>
          Tag a requirement
        </h2>
        <RadioField
          label="What answers it"
          value={on}
          onChange={value => setOn(value === 'heading' ? 'heading' : 'page')}
          options={[
            { value: 'page', label: 'The whole page' },
            {
              value: 'heading',
              label: 'The heading at the cursor',
              help: cursor === null ? 'The cursor is under none.' : `“${cursor.text}”`,
            },
          ]}
        />
        <SelectField
          label="Checklist"
          value={listId}
          onChange={setListId}
          options={checklists.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {list !== undefined && (
          <>
            <Suggestions list={list} doc={doc} tags={tags} readOnly={readOnly} onTag={tagWith} />
            <SearchField label="Find a requirement" value={find} onChange={setFind} />
            {foundRequirements(list, find).map(group => (
              <section key={group.id} aria-label={group.title}>
                <h3 className="side-subheading">{group.title}</h3>
                <ul className="requirement-list">
                  {group.requirements.map(one => (
                    <RequirementItem
                      key={one.id}
                      requirement={one}
                      tagged={tagged(one.id)}
                      readOnly={readOnly}
                      onTag={() => tagWith(one.id)}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </section>
    </div>
  )
}

interface SuggestionsProps {
  list: ChecklistView
  doc: Doc
  tags: readonly Tag[]
  readOnly: boolean
  onTag: (requirement: string) => void
}

/** From the page's own words; a suggestion is only ever that. */
function Suggestions({ list, doc, tags, readOnly, onTag }: SuggestionsProps) {
  const suggested = useMemo(() => {
    const all = list.sections.flatMap(({ requirements }) => requirements)
    const already = tags.map(({ requirement }) => requirement)
    return suggestRequirements(readingText(doc), all, already).map(one => ({
      ...one,
      requirement: all.find(({ id }) => id === one.id),
    }))
  }, [list, doc, tags])
  if (suggested.length === 0) return null
  return (
    <section aria-label="Suggested by the words of this page">
      <h3 className="side-subheading">This page speaks of</h3>
      <ul className="requirement-list">
        {suggested.map(({ id, requirement, words }) =>
          requirement === undefined ? null : (
            <RequirementItem
              key={id}
              requirement={requirement}
              because={words}
              tagged={false}
              readOnly={readOnly}
              onTag={() => onTag(id)}
            />
          ),
        )}
      </ul>
    </section>
  )
}
