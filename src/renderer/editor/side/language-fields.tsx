import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PageFields, pageIdSchema } from '../../../shared/content/index.ts'
import { orpc } from '../../connection/api.ts'
import { ComboField } from '../../ui/combo-field.tsx'
import { TextField } from '../../ui/fields.tsx'
import { SelectField } from '../../ui/select.tsx'
import {
  anotherLanguage,
  isSpokenLanguage,
  languageCodeTrouble,
  spokenLanguages,
} from '../../words/spoken-languages.ts'
import { withPageFields } from '../session/entry-fields.ts'
import type { PageSession } from '../session/page-session.ts'
import { useSessionView } from '../session/use-session.ts'

const asTheSite = 'as-the-site'

/** In which language a page is (WCAG 2.2 SC 3.1.2), and which page says the same in the language of the site. */
export function LanguageFields({ session, readOnly }: { session: PageSession; readOnly: boolean }) {
  const entry = useSessionView(session, view => view.entry)
  if (entry.kind !== 'page') return null
  const { language, translationOf } = entry.fields
  const set = (patch: Partial<PageFields>) => {
    if (!readOnly) session.setEntry(now => withPageFields(now, patch))
  }
  return (
    <>
      <LanguageField language={language} readOnly={readOnly} onChange={next => set({ language: next })} />
      {(language !== '' || translationOf !== '') && (
        <OriginalField
          page={session.id}
          original={translationOf}
          onChange={value => set({ translationOf: pageIdSchema.safeParse(value).data ?? '' })}
        />
      )}
      {language === '' && translationOf !== '' && (
        <p className="soft">Choose the language of this page, so that families find it from the other one.</p>
      )}
    </>
  )
}

interface LanguageFieldProps {
  language: string
  readOnly: boolean
  onChange: (language: string) => void
}

/** What is typed as a code counts once it is one; until then the page keeps the language that it had. */
function LanguageField({ language, readOnly, onChange }: LanguageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isOther = typed !== null || (language !== '' && !isSpokenLanguage(language))
  const code = typed ?? language
  const choice = isOther ? anotherLanguage.value : language === '' ? asTheSite : language

  function choose(value: string) {
    if (value === anotherLanguage.value) {
      setTyped(isSpokenLanguage(language) ? '' : language)
      return
    }
    setTyped(null)
    onChange(value === asTheSite ? '' : value)
  }

  function type(next: string) {
    setTyped(next)
    if (languageCodeTrouble(next) === null) onChange(next.trim())
  }

  return (
    <>
      <SelectField
        label="Language of this page"
        value={choice}
        isDisabled={readOnly}
        onChange={choose}
        options={[{ value: asTheSite, label: 'As the rest of the site' }, ...spokenLanguages, anotherLanguage]}
        help="Screen readers speak it by this, and the site writes it from the right where the language is."
      />
      {isOther && (
        <TextField
          label="Code of the language"
          value={code}
          isReadOnly={readOnly}
          onChange={type}
          help="Two or three letters, such as “ne” for Nepali."
          trouble={code === '' ? null : languageCodeTrouble(code)}
        />
      )}
    </>
  )
}

interface OriginalFieldProps {
  page: string
  original: string
  onChange: (value: string | null) => void
}

function OriginalField({ page, original, onChange }: OriginalFieldProps) {
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const pages = rows.filter(row => row.kind === 'page' && row.id !== page)
  const isGone = original !== '' && rows.length > 0 && !pages.some(({ id }) => id === original)
  return (
    <>
      <ComboField
        // The list of pages comes a moment later, and a field keeps the options that it began with.
        key={`${pages.length > 0}`}
        label="It says the same as"
        value={original === '' ? null : original}
        onChange={onChange}
        options={pages.map(({ id, title }) => ({ value: id, label: title }))}
        help="The page in the site’s own language. Families find each from the other. May be empty."
      />
      {isGone && <p className="soft">The page that it said the same as is gone. Choose another, or leave it empty.</p>}
    </>
  )
}
