import { useQuery } from '@tanstack/react-query'
import { Download, FileSpreadsheet, FileText } from 'lucide-react'
import { useRef, useState } from 'react'
import { recordIdSchema } from '../../shared/checklist/index.ts'
import { type IsoDate, isoDateSchema } from '../../shared/content/index.ts'
import type { ReportWish } from '../../shared/contract/index.ts'
import type { ReportKind, SavedReport } from '../../shared/report/index.ts'
import { api, orpc } from '../connection/api.ts'
import { useRequest } from '../connection/use-request.ts'
import { saveAs } from '../state/save-as.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Notice, RefusalNotice } from '../ui/notice.tsx'
import { Place } from '../ui/place.tsx'
import { SelectField } from '../ui/select.tsx'
import { Row, Rows, Sheet } from '../ui/sheet.tsx'
import { say } from '../ui/toasts.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { count } from '../words/counts.ts'
import { calendarDay } from '../words/dates.ts'
import { ReportPreview } from './report-preview.tsx'
import './reports.css'
import { DateField } from '../ui/date-field.tsx'
import { dayTrouble } from '../ui/day-typed.ts'

const kindWords: Readonly<Record<ReportKind, { label: string; help: string }>> = {
  monitoring: { label: 'Monitoring report', help: 'For the partnership’s board, every four months.' },
  response: {
    label: 'You said, we did',
    help: 'The year’s comments of families and the answers, in numbers and words.',
  },
  evaluation: { label: 'Evaluation', help: 'A finished evaluation against a checklist.' },
}

/** What the team tells others: counted now, with the team's own words, as a file for Word, a browser or a spreadsheet. */
export function ReportsPlace() {
  const [wish, setWish] = useState<ReportWish | null>(null)
  // “Go on” goes away with the list of what was begun.
  const part = useRef<HTMLElement>(null)
  const keepFocus = useKeptFocus(part)
  return (
    <Place
      title="Reports"
      lead="The figures are counted from your pages, reviews, versions and comments whenever you look; what you write yourselves stays. Press a number to see what it was counted from."
    >
      <WishForm wish={wish} onWish={setWish} />
      <section aria-label="What is reported" ref={part} tabIndex={-1} {...keepFocus}>
        {wish === null && <Written onWish={setWish} />}
        {wish !== null && <OneReport key={JSON.stringify(wish)} wish={wish} />}
      </section>
    </Place>
  )
}

interface WishFormProps {
  wish: ReportWish | null
  onWish: (wish: ReportWish) => void
}

function WishForm({ wish, onWish }: WishFormProps) {
  const now = useNow()
  const today = isoDateSchema.parse(now.toISOString().slice(0, 10))
  const [kind, setKind] = useState<ReportKind>('monitoring')
  const [since, setSince] = useState<string>(() => fourMonthsBefore(today))
  const [until, setUntil] = useState('')
  const [year, setYear] = useState(today.slice(0, 4))
  const evaluations = useQuery(orpc.evaluation.list.queryOptions()).data ?? []
  const finished = evaluations.flatMap(({ title, finished: each }) => each.map(one => ({ ...one, title })))
  const [snapshot, setSnapshot] = useState('')
  const chosen = finished.find(each => each.snapshot === snapshot) ?? finished[0]
  const [asked, setAsked] = useState(false)
  const [shown, setShown] = useState(wish)
  const first = isoDateSchema.safeParse(since).data

  // A report that was gone on with is the one that the fields name.
  if (wish !== shown) {
    setShown(wish)
    if (wish !== null) setKind(wish.kind)
    if (wish?.kind === 'response') setYear(String(wish.year))
    if (wish?.kind === 'evaluation') setSnapshot(wish.snapshot)
    if (wish?.kind === 'monitoring') {
      setSince(wish.since)
      setUntil(wish.until ?? '')
    }
  }

  function submit() {
    setAsked(true)
    if (kind === 'response') onWish({ kind, year: Number(year) })
    if (kind === 'evaluation' && chosen !== undefined) onWish({ kind, snapshot: chosen.snapshot })
    if (kind === 'monitoring' && first !== undefined && dayTrouble(until) === null)
      onWish({ kind, since: first, until: isoDateSchema.safeParse(until).data ?? null })
  }

  const years = [0, 1, 2, 3].map(back => String(Number(today.slice(0, 4)) - back))
  return (
    <form
      className="report-wish"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <SelectField
        label="Report"
        value={kind}
        onChange={value => setKind(value as ReportKind)}
        options={(Object.entries(kindWords) as [ReportKind, { label: string; help: string }][]).map(
          ([value, words]) => ({
            value,
            ...words,
          }),
        )}
      />
      {kind === 'monitoring' && (
        <>
          <DateField
            label="From"
            near="past"
            value={since}
            onChange={setSince}
            trouble={asked && first === undefined ? 'Choose the first day.' : null}
          />
          <DateField label="To (today, if none is chosen)" near="past" value={until} onChange={setUntil} />
        </>
      )}
      {kind === 'response' && (
        <SelectField
          label="Year"
          value={year}
          onChange={setYear}
          options={years.map(value => ({ value, label: value }))}
        />
      )}
      {kind === 'evaluation' && chosen !== undefined && (
        <SelectField
          label="Evaluation"
          value={chosen.snapshot}
          onChange={setSnapshot}
          options={finished.map(({ snapshot: value, title, at }) => ({ value, label: `${title}, ${at.slice(0, 10)}` }))}
        />
      )}
      {kind === 'evaluation' && chosen === undefined ? (
        <Notice>
          <p>No evaluation is finished yet. Finish one under Checklists first.</p>
        </Notice>
      ) : (
        <Button kind="main" type="submit">
          Show the report
        </Button>
      )}
    </form>
  )
}

/** As long as the board waits between two reports. */
function fourMonthsBefore(today: IsoDate): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - 4, 1))
  return first.toISOString().slice(0, 10)
}

/** The report that somebody wrote in: its file is named by what it is. */
function wishOf({ id, kind, since }: SavedReport): ReportWish {
  if (kind === 'response') return { kind, year: Number(since.slice(0, 4)) }
  if (kind === 'monitoring') return { kind, since, until: null }
  return { kind, snapshot: recordIdSchema.parse(id.slice('evaluation-'.length)) }
}

/** Reports in which somebody wrote already, to go on with. */
function Written({ onWish }: { onWish: (wish: ReportWish) => void }) {
  const now = useNow()
  const written = useQuery(orpc.report.list.queryOptions()).data ?? []
  if (written.length === 0) return null
  return (
    <Sheet title="Begun already">
      <Rows>
        {written.map(report => (
          <Row
            key={report.id}
            title={`${kindWords[report.kind].label}, from ${calendarDay(report.since, now)}`}
            actions={
              <Button
                size="small"
                about={`${kindWords[report.kind].label}, from ${calendarDay(report.since, now)}`}
                onPress={() => onWish(wishOf(report))}
              >
                Go on
              </Button>
            }
          >
            {count(Object.keys(report.paragraphs).length, 'part')} in your own words.
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const formats = [
  { format: 'docx', label: 'Save as Word', icon: FileText },
  { format: 'html', label: 'Save as a web page', icon: Download },
  { format: 'csv', label: 'Save as a table (CSV)', icon: FileSpreadsheet },
] as const

function OneReport({ wish }: { wish: ReportWish }) {
  const made = useQuery(orpc.report.make.queryOptions({ input: { wish } }))
  const save = useRequest(api.report.file)

  async function saveIn(format: 'docx' | 'html' | 'csv') {
    const file = await save.run({ wish, format })
    if (file === null) return
    saveAs(
      file.name,
      Uint8Array.from(atob(file.data), character => character.charCodeAt(0)),
      file.type,
    )
    say(`“${file.name}” is saved where your browser or laptop puts downloads.`)
  }

  return (
    <Answer query={made} reading="Counting">
      {({ report }) => (
        <>
          <div className="actions report-save">
            {formats.map(({ format, label, icon }) => (
              <Button key={format} icon={icon} busy={save.busy} onPress={() => void saveIn(format)}>
                {label}
              </Button>
            ))}
          </div>
          <RefusalNotice refusal={save.refusal} />
          <ReportPreview report={report} wish={wish} />
        </>
      )}
    </Answer>
  )
}
