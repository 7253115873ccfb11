import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FeedState } from '../../shared/contract/index.ts'
import { api, orpc } from '../connection/api.ts'
import { useHello } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { settled, useRequest } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { say, sayRefusal } from '../ui/toasts.tsx'
import { dayAndTime } from '../words/dates.ts'

/** The review dates as a file that Outlook and other calendars follow, kept fresh in a folder of this laptop's. */
export function CalendarSheet() {
  const feed = useQuery(orpc.week.feed.queryOptions()).data
  return (
    <Sheet title="Review dates in your calendar" note="on this laptop">
      <div className="sheet-body">{feed !== undefined && <FeedForm feed={feed} />}</div>
    </Sheet>
  )
}

function FeedForm({ feed }: { feed: FeedState }) {
  const queries = useQueryClient()
  const canChoose = useHello().data?.canChooseFolder ?? false
  const [folder, setFolder, forget] = useKeptText('calendar-folder', feed.folder ?? '')
  const request = useRequest(api.week.nameFeedFolder)

  async function name(wanted: string) {
    const now = await request.run({ folder: wanted })
    if (now === null) return
    queries.setQueryData(orpc.week.feed.queryKey(), now)
    forget(wanted, now.folder ?? '')
    if (now.folder === null) say('Signpost does not write the file any more. One that is there stays as it is.')
    else if (now.trouble === null) say('The review dates are in this folder, and Signpost keeps them fresh.', 'good')
  }

  async function choose() {
    const answer = await settled(() => api.start.chooseFolder())
    if (!sayRefusal(answer) && answer.folder !== null) setFolder(answer.folder)
  }

  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void name(folder)
      }}
      noValidate
    >
      <TextField
        label="Folder for the calendar file"
        name="calendar-folder"
        value={folder}
        onChange={setFolder}
        help="The whole path of a folder in your OneDrive or on a share. Signpost keeps the review dates of all pages in it, for Outlook and other calendars. Leave this empty for no file."
      />
      <RefusalNotice refusal={request.refusal} />
      <FeedWords feed={feed} />
      <div className="actions">
        <Button type="submit" isDisabled={folder.trim() === (feed.folder ?? '')} busy={request.busy}>
          Keep this folder
        </Button>
        {canChoose && <Button onPress={() => void choose()}>Choose the folder…</Button>}
        {feed.folder !== null && (
          <Button
            kind="bare"
            onPress={() => {
              setFolder('')
              void name('')
            }}
          >
            Stop writing the file
          </Button>
        )}
      </div>
    </form>
  )
}

function FeedWords({ feed: { file, writtenAt, trouble } }: { feed: FeedState }) {
  if (file === null) return null
  const written = writtenAt === null ? 'It is not there yet.' : `Last written ${dayAndTime(writtenAt, new Date())}.`
  return (
    <>
      {trouble !== null && (
        <Notice tone="warn" announced>
          <p className="strong">{trouble.sentence}</p>
          <p>{trouble.nextStep}</p>
        </Notice>
      )}
      <p className="soft">
        The file is <span className="start-folder">{file}</span>. {written}
      </p>
    </>
  )
}
