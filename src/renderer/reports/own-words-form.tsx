import type { ReportWish } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

const help =
  'Each line is a paragraph; one that begins with a dash is an item of a list. They stay when the figures change.'

interface OwnWordsFormProps {
  wish: ReportWish
  section: string
  title: string
  own: string
}

/** The team's own paragraphs of one section: they stay whenever the figures are counted anew. */
export function OwnWordsForm({ wish, section, title, own }: OwnWordsFormProps) {
  const { readOnly } = useOpened()
  const [text, setText, forget] = useKeptText(`report:${JSON.stringify(wish)}:${section}`, own)
  const keep = useAct(api.report.keepWords)

  async function submit() {
    if ((await keep.run({ wish, section, text })) === null) return
    forget(text)
    void keep.sayDone('Your words are kept with the report.')
  }

  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={`Our words: ${title}`}
        // Said once, where the first of them are written.
        {...(section === 'introduction' && { help })}
        rows={text === '' ? 2 : 5}
        value={text}
        onChange={setText}
      />
      <RefusalNotice refusal={keep.refusal} />
      <div className="actions">
        <Button
          size="small"
          type="submit"
          about={title}
          isDisabled={readOnly !== null || text === own}
          busy={keep.busy}
        >
          Keep these words
        </Button>
      </div>
    </form>
  )
}
