import { CheckField, TextField } from '../ui/fields.tsx'

export interface MediaWords {
  alt: string
  decorative: boolean
  credit: string
}

interface MediaWordsFieldsProps {
  words: MediaWords
  onChange: (words: MediaWords) => void
  /** A document has no alternative text: its title is the link to it. */
  picture: boolean
  trouble: string | null
  /** Left out where the words are for one place only: a credit belongs to the file. */
  credit?: boolean
}

/** What is said about a picture to those who cannot see it, asked once (WCAG 2.2 SC 1.1.1). */
export function MediaWordsFields({ words, onChange, picture, trouble, credit = true }: MediaWordsFieldsProps) {
  return (
    <>
      {picture && (
        <>
          <TextField
            label="Description"
            rows={3}
            value={words.alt}
            isDisabled={words.decorative}
            onChange={alt => onChange({ ...words, alt })}
            trouble={trouble}
            help="What somebody would need to know who cannot see it. One or two sentences, without “picture of”."
          />
          <CheckField isSelected={words.decorative} onChange={decorative => onChange({ ...words, decorative })}>
            It is decorative: nobody misses anything without it
          </CheckField>
        </>
      )}
      {credit && (
        <TextField
          label="Credit"
          value={words.credit}
          onChange={value => onChange({ ...words, credit: value })}
          help="Who made it, if that has to be said. May be empty."
        />
      )}
    </>
  )
}

/** Null when the words will do. */
export function wordsTrouble({ alt, decorative }: MediaWords, picture: boolean): string | null {
  if (!picture || decorative || alt.trim() !== '') return null
  return 'Describe the picture, or say that it is decorative.'
}
