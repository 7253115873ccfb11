import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ServicesSheet } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { base64Of } from '../desk/base64.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { CheckField } from '../ui/fields.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Progress } from '../ui/progress.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { count } from '../words/counts.ts'
import { SheetRows } from './sheet-rows.tsx'
import { broughtIn, rowsByKind, sheetInWords } from './sheet-words.ts'

interface SeenFile {
  name: string
  data: string
  emptyTakesAway: boolean
  sheet: ServicesSheet
}

/** Services out of a CSV file: first it is seen row by row what that changes, then all of it is brought in as one act. */
export function BringInServicesDialog({ onClose }: { onClose: () => void }) {
  const read = useRequest(api.services.readFile)
  const bring = useAct(api.services.bringIn)
  const [file, setFile] = useState<SeenFile | null>(null)
  const changes = file === null ? 0 : wouldChange(file.sheet)

  async function look(wish: Omit<SeenFile, 'sheet'>) {
    bring.clear()
    const sheet = await read.run({ data: wish.data, emptyTakesAway: wish.emptyTakesAway })
    setFile(sheet === null ? null : { ...wish, sheet })
  }

  async function submit({ name, data, emptyTakesAway, sheet }: SeenFile) {
    const done = await bring.run({ data, emptyTakesAway, seen: sheet.seen })
    if (done === null) return
    void bring.sayDone(broughtIn(name, done))
    onClose()
  }

  /** What is being written is not stopped by going away from it. */
  function close() {
    if (!bring.busy) onClose()
  }

  return (
    <DialogBox isOpen onClose={close} title="Bring in services from a spreadsheet" width="wide" fits>
      <ScrollBox label="The file, and what it would change">
        <div className="dialog-body">
          {file === null && <WhatItTakes />}
          <div className="actions">
            <FileTrigger
              acceptedFileTypes={['.csv', 'text/csv']}
              onSelect={files => {
                const [chosen] = files ?? []
                if (chosen === undefined) return
                void chosen
                  .arrayBuffer()
                  .then(bytes =>
                    look({ name: chosen.name, data: base64Of(new Uint8Array(bytes)), emptyTakesAway: false }),
                  )
              }}
            >
              <Button autoFocus busy={read.busy || bring.busy}>
                {file === null ? 'Choose a file…' : 'Choose another file…'}
              </Button>
            </FileTrigger>
            {file !== null && (
              <CheckField
                isSelected={file.emptyTakesAway}
                isReadOnly={read.busy || bring.busy}
                onChange={emptyTakesAway => void look({ ...file, emptyTakesAway })}
              >
                An empty cell takes away what was there
              </CheckField>
            )}
          </div>
          <RefusalNotice refusal={read.refusal} />
          {file !== null && <Seen key={file.sheet.seen} {...file} />}
        </div>
      </ScrollBox>
      <div>
        <div role="status">
          {read.busy && <Progress sentence="Looking at the file…" done={0} total={null} />}
          {bring.busy && <Progress sentence={`Bringing in ${count(changes, 'service')}…`} done={0} total={null} />}
        </div>
        <RefusalNotice
          refusal={bring.refusal}
          actions={
            file !== null &&
            bring.refusal?.code === 'changed-meanwhile' && (
              <Button busy={read.busy} onPress={() => void look(file)}>
                Look at the file again
              </Button>
            )
          }
        />
        {file === null ? (
          <DialogActions>
            <Button onPress={close}>Close</Button>
          </DialogActions>
        ) : (
          <DialogActions>
            <Button isDisabled={bring.busy} onPress={close}>
              Bring in nothing
            </Button>
            <Button
              kind="main"
              isDisabled={changes === 0}
              busy={read.busy || bring.busy}
              onPress={() => void submit(file)}
            >
              Bring in {count(changes, 'service')}
            </Button>
          </DialogActions>
        )}
      </div>
    </DialogBox>
  )
}

function WhatItTakes() {
  return (
    <p className="soft">
      A CSV file with one service in each row, such as the one that “Save as a spreadsheet” makes. Only the column Name
      has to be there. Services that the file does not name, and details that it says nothing of, stay as they are.
      Nothing is brought in before you have seen what it changes.
    </p>
  )
}

const wouldChange = ({ rows }: ServicesSheet) => rows.filter(({ kind }) => kind === 'add' || kind === 'change').length

function Seen({ name, sheet }: SeenFile) {
  const hasTrouble = sheet.rows.some(({ kind, leftOut }) => kind === 'trouble' || leftOut.length > 0)
  return (
    <>
      <Notice tone={hasTrouble ? 'warn' : 'info'} announced>
        {sheetInWords(name, sheet).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <SheetRows groups={rowsByKind(sheet.rows)} />
    </>
  )
}
