import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { SelectField } from '../../ui/select.tsx'
import {
  anotherLanguage,
  isSpokenLanguage,
  languageCodeTrouble,
  spokenLanguages,
} from '../../words/spoken-languages.ts'
import { chosenWords, markedWordsAt, markWords, unmarkWords } from '../commands/marked-words.ts'
import { runCommand } from '../run-command.ts'
import { FormDialog } from './form-dialog.tsx'

/** Says in which language some words are, so that screen readers speak them right (WCAG 2.2 SC 3.1.2). */
export function LanguageDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [present] = useState(() => markedWordsAt(editor.state, 'lang'))
  const [range] = useState(() => present ?? chosenWords(editor.state))
  const [code, setCode] = useState(String(present?.attrs.lang ?? 'pl'))
  const [choice, setChoice] = useState(isSpokenLanguage(code) ? code : anotherLanguage.value)
  const [asked, setAsked] = useState(false)

  function submit() {
    setAsked(true)
    const lang = choice === anotherLanguage.value ? code.trim() : choice
    if (languageCodeTrouble(lang) !== null || range.text === '') return
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
          “<span lang={choice === anotherLanguage.value ? code : choice}>{range.text}</span>”
        </p>
      )}
      <SelectField
        label="Language"
        value={choice}
        onChange={setChoice}
        options={[...spokenLanguages, anotherLanguage]}
      />
      {choice === anotherLanguage.value && (
        <TextField
          label="Code of the language"
          value={code}
          onChange={setCode}
          help="Two or three letters, such as “ne” for Nepali."
          trouble={asked ? languageCodeTrouble(code) : null}
        />
      )}
    </FormDialog>
  )
}
