import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useKeptText } from '../../connection/use-kept.ts'
import { useValue, type ValueStore } from '../../state/value-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { CheckField } from '../../ui/fields.tsx'
import { count as counted } from '../../words/counts.ts'
import { backToText } from '../run-command.ts'
import { chosenMatch, goToMatch, lookFor, matchesOf, replaceMatch, replaceMatches, stepToMatch } from './find-words.ts'
import './find.css'

/** Each time the bar is asked for is a new turn, which takes the focus to it. */
export interface FindRequest {
  replace: boolean
  turn: number
}

interface FindBarProps {
  editor: Editor
  requested: ValueStore<FindRequest | null>
  readOnly: boolean
}

/** Words are found in the text of the page, and replaced: one by one or all at once. */
export function FindBar({ editor, requested, readOnly }: FindBarProps) {
  const request = useValue(requested)
  if (request === null) return null
  return <OpenFindBar editor={editor} request={request} readOnly={readOnly} onClose={() => requested.set(null)} />
}

interface OpenFindBarProps {
  editor: Editor
  request: FindRequest
  readOnly: boolean
  onClose: () => void
}

function OpenFindBar({ editor, request, readOnly, onClose }: OpenFindBarProps) {
  const [words, setWords] = useState(() => chosenIn(editor))
  const [matchCase, setMatchCase] = useState(false)
  const [other, setOther, forgetOther] = useKeptText('replace-with')
  const [done, setDone] = useState('')
  const began = useRef(editor.state.selection.from)
  const field = useRef<HTMLInputElement>(null)
  const { at, count } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const matches = matchesOf(state)
      return { at: chosenMatch(state, matches), count: matches.length }
    },
  })

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [request.turn])

  useEffect(() => {
    editor.view.dispatch(lookFor(editor.state, words, matchCase))
    show(editor, goToMatch(editor.state, began.current))
  }, [editor, words, matchCase])

  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(lookFor(editor.state, '', false))
    },
    [editor],
  )

  function step(by: 1 | -1) {
    setDone('')
    show(editor, stepToMatch(editor.state, by))
    began.current = editor.state.selection.from
  }

  function replaceOne() {
    const tr = replaceMatch(editor.state, other)
    if (tr === null) return step(1)
    editor.view.dispatch(tr)
    forgetOther(other, other)
    step(1)
    setDone('Replaced. ')
  }

  function replaceAll() {
    const tr = replaceMatches(editor.state, other)
    if (tr === null) return
    editor.view.dispatch(tr)
    forgetOther(other, other)
    setDone(`${counted(count, 'place')} replaced. `)
  }

  function close() {
    forgetOther()
    onClose()
    backToText(editor)
  }

  function onKeys(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }

  const said = done + (words === '' || (done !== '' && count === 0) ? '' : foundWords(at, count))
  return (
    <search className="find-bar" aria-label="Find in this page" onKeyDownCapture={onKeys}>
      <form
        className="find-line"
        onSubmit={event => {
          event.preventDefault()
          step(1)
        }}
      >
        <TextField className="field find-field" value={words} onChange={setWords}>
          <Label className="field-label">Find</Label>
          <Input
            ref={field}
            className="field-input"
            onKeyDown={event => {
              if (event.key !== 'Enter' || !event.shiftKey) return
              event.preventDefault()
              step(-1)
            }}
          />
        </TextField>
        <p className="find-count" role="status">
          {said}
        </p>
        <IconButton label="Next match" icon={ChevronDown} shortcut="Enter" onPress={() => step(1)} />
        <IconButton label="Match before" icon={ChevronUp} shortcut="Shift+Enter" onPress={() => step(-1)} />
        <IconButton label="Close find" icon={X} shortcut="Esc" onPress={close} />
        <CheckField isSelected={matchCase} onChange={setMatchCase}>
          Match capital letters
        </CheckField>
      </form>
      {request.replace && !readOnly && (
        <form
          className="find-line"
          onSubmit={event => {
            event.preventDefault()
            replaceOne()
          }}
        >
          <TextField className="field find-field" value={other} onChange={setOther}>
            <Label className="field-label">Replace with</Label>
            <Input className="field-input" />
          </TextField>
          <Button type="submit">Replace</Button>
          <Button onPress={replaceAll}>Replace all</Button>
        </form>
      )}
    </search>
  )
}

function foundWords(at: number, count: number): string {
  if (count === 0) return 'Not found'
  return at === -1 ? `${count} found` : `${at + 1} of ${count}`
}

/** Words that are selected in one block are what somebody wants to find. */
function chosenIn({ state }: Editor): string {
  const { $from, $to, empty, from, to } = state.selection
  return empty || !$from.sameParent($to) || !$from.parent.inlineContent ? '' : state.doc.textBetween(from, to)
}

/** In the middle of the window, where neither the toolbar nor this bar stands before it. */
function show(editor: Editor, tr: ReturnType<typeof goToMatch>): void {
  if (tr === null) return
  editor.view.dispatch(tr)
  editor.view.dom.querySelector('.ProseMirror-active-search-match')?.scrollIntoView({ block: 'center' })
}
