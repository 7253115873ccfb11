import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import type { PageId } from '../../shared/content/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { mostAnswer } from '../../shared/review/answer-file.ts'
import { useAct } from '../activity/use-act.ts'
import { reviewPlace } from '../app/places.ts'
import type { AnswerRead } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { count } from '../words/counts.ts'
import { AnswerWords } from './answer-words.tsx'

interface BringInDialogProps {
  /** The page that somebody is at, where they are at one. */
  page?: PageId
  onClose: () => void
}

/** Takes the answer to a page that was sent for comment: a file, dropped or chosen, or the text of an email. */
export function BringInDialog({ page, onClose }: BringInDialogProps) {
  const { history } = useRouter()
  /** What came from a file is there still; what was pasted may have left the clipboard. */
  const [pasted, setPasted, forget] = useKeptText('bring-in')
  const [ofFile, setOfFile] = useState<string | null>(null)
  const text = ofFile ?? pasted
  const [read, setRead] = useState<AnswerRead | null>(null)
  const [vouched, setVouched] = useState(false)
  const [noFile, setNoFile] = useState<Refusal | null>(null)
  const look = useRequest(api.review.lookAtAnswer)
  const take = useAct(api.review.bringIn)

  async function lookAt(words: string) {
    setNoFile(words.length > mostAnswer ? tooLarge : null)
    if (words.length > mostAnswer) return
    setRead(await look.run({ text: words }))
  }

  /** A paste that no answer is as long as is refused at once: the email has it still. */
  function paste(words: string) {
    setNoFile(words.length > mostAnswer ? tooLarge : null)
    if (words.length <= mostAnswer) setPasted(words)
  }

  function leave() {
    forget()
    onClose()
  }

  async function lookAtFile(file: File | null | undefined) {
    if (file && file.size > mostAnswer * 2) setNoFile(tooLarge)
    else if (file) {
      const words = await file.text()
      setOfFile(words)
      await lookAt(words)
    }
  }

  async function bringIn() {
    const done = await take.run({ text, vouched })
    if (done === null) return
    forget()
    const with_ = done.decided ? ' Its decision counts as yours.' : ''
    void take.sayDone(`${count(done.comments, 'new comment')} from the answer.${with_}`)
    onClose()
    history.push(reviewPlace(done.page))
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Bring in an answer" width="wide">
      {read === null ? (
        <form
          className="form"
          onSubmit={event => {
            event.preventDefault()
            setOfFile(null)
            void lookAt(pasted)
          }}
        >
          <p>The answer to a page that you sent for comment: the file that came back, or the text of the email.</p>
          <DropZone
            className="drop-zone"
            onDrop={event => {
              const item = event.items.find(each => each.kind === 'file')
              if (item?.kind === 'file') void item.getFile().then(lookAtFile)
            }}
          >
            <Text slot="label">Drop the file here, or</Text>{' '}
            <FileTrigger onSelect={files => void lookAtFile(files?.[0])}>
              <Button>Choose the file…</Button>
            </FileTrigger>
          </DropZone>
          <TextField label="Or paste the text of the email" rows={4} value={pasted} onChange={paste} />
          <RefusalNotice refusal={noFile ?? look.refusal} takesFocus />
          <DialogActions>
            <Button onPress={leave}>Cancel</Button>
            <Button kind="main" type="submit" busy={look.busy} isDisabled={pasted.trim() === ''}>
              Read the text
            </Button>
          </DialogActions>
        </form>
      ) : (
        <>
          <AnswerWords
            read={read}
            elsewhere={page !== undefined && page !== read.page}
            vouched={vouched}
            onVouched={setVouched}
          />
          <RefusalNotice refusal={take.refusal} takesFocus />
          <DialogActions>
            <Button onPress={leave}>{read.isNew ? 'Take nothing' : 'Close'}</Button>
            {read.isNew && (
              <Button kind="main" busy={take.busy} onPress={() => void bringIn()}>
                Bring it in
              </Button>
            )}
          </DialogActions>
        </>
      )}
    </DialogBox>
  )
}

const tooLarge = refuse(
  'too-large',
  'This file is larger than any answer is, so it was not read.',
  'Choose the file that came back to you. Its name ends in “-answer.json”.',
)
