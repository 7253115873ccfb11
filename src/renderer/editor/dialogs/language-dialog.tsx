import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { SelectField } from '../../ui/select.tsx'
import { chosenWords, markedWordsAt, markWords, unmarkWords } from '../commands/marked-words.ts'
import { runCommand } from '../run-command.ts'
import { FormDialog } from './form-dialog.tsx'

/** The languages that families in English councils speak most, as tags of BCP 47. */
const languages = [
  ['ar', 'Arabic'],
  ['bn', 'Bengali'],
  ['zh-Hans', 'Chinese (simplified)'],
  ['zh-Hant', 'Chinese (traditional)'],
  ['fr', 'French'],
  ['gu', 'Gujarati'],
  ['lt', 'Lithuanian'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['pa', 'Punjabi'],
  ['ro', 'Romanian'],
  ['so', 'Somali'],
  ['es', 'Spanish'],
  ['ta', 'Tamil'],
  ['tr', 'Turkish'],
  ['uk', 'Ukrainian'],
  ['ur', 'Urdu'],
  ['cy', 'Welsh'],
] as const

const other = 'other'
const tag = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i

/** Says in which language some words are, so that screen readers speak them right (WCAG 2.2 SC 3.1.2). */
export function LanguageDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [present] = useState(() => markedWordsAt(editor.state, 'lang'))
  const [range] = useState(() => present ?? chosenWords(editor.state))
  const known = (code: string) => languages.some(([one]) => one === code)
  const [code, setCode] = useState(String(present?.attrs.lang ?? 'pl'))
  const [choice, setChoice] = useState(known(code) ? code : other)
  const [asked, setAsked] = useState(false)

  function submit() {
    setAsked(true)
    const lang = choice === other ? code.trim() : choice
    if (!tag.test(lang) || range.text === '') return
    runCommand(editor, markWords(range, range.text, { name: 'lang', attrs: { lang } }))
    onClose()
  }

  return (
    <FormDialog
      title="Words in another language"
      act="Say it is this language"
      onAct={submit}
      onClose={onClose}
      disabled={range.text === ''}
      other={
        present && (
          <Button
            kind="stop"
            onPress={() => {
              runCommand(editor, unmarkWords('lang'))
              onClose()
            }}
          >
            It is English
          </Button>
        )
      }
    >
      {range.text === '' ? (
        <p>First choose the words in the text, then come back here.</p>
      ) : (
        <p>
          “<span lang={choice === other ? code : choice}>{range.text}</span>”
        </p>
      )}
      <SelectField
        label="Language"
        value={choice}
        onChange={setChoice}
        options={[
          ...languages.map(([value, label]) => ({ value, label })),
          { value: other, label: 'Another language' },
        ]}
      />
      {choice === other && (
        <TextField
          label="Code of the language"
          value={code}
          onChange={setCode}
          help="Two or three letters, such as “ne” for Nepali."
          trouble={asked && !tag.test(code.trim()) ? 'Write the two or three letters of the language.' : null}
        />
      )}
    </FormDialog>
  )
}
