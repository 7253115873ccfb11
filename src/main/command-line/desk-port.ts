import type { Coverage } from '../../shared/checklist/index.ts'
import type { Severity } from '../../shared/checks/rule.ts'
import type { IsoDate } from '../../shared/content/ids.ts'
import type { Refusal } from '../../shared/outcome.ts'
import type { ReportKind } from '../../shared/report/model.ts'
import type { CalendarPage } from '../../shared/review/calendar-file.ts'
import type { Person } from '../../shared/review/records.ts'
import type { WayIn, WebHost } from '../publish/index.ts'
import type { Progress } from './progress.ts'

/**
 * What the command line needs of the rest of the main process. The reports are what `--format json` prints, field for
 * field; paths in them are relative to the workspace, with forward slashes.
 */
export interface Services {
  /** `2.0.1` */
  version: string
  openDesk(folder: string, deps: DeskDeps): Promise<DeskPort | Refusal>
  newWorkspace(wish: NewWish, deps: DeskDeps): Promise<NewReport | Refusal>
  /**
   * Every page and service of a workspace. `links` looks at where links to other sites lead too, which asks other people's
   * servers and takes its time.
   */
  checkWorkspace(folder: string, wish: { links: boolean }, deps: DeskDeps, onFile: OnFile): Promise<CheckEnd | Refusal>
  /** Single files outside any workspace, by absolute path; they are told of by the paths as they are given here. */
  checkFiles(paths: readonly string[], deps: DeskDeps, onFile: OnFile): Promise<CheckEnd | Refusal>
  openWindow(wish: OpenWindow, told: OpenTold): Promise<{ kind: 'ended'; code: number } | Refusal>
}

/** What is given for one web host, known by one key, and for no other. */
export type GivenWebHost = WebHost & { wayIn: WayIn }

export interface DeskDeps {
  /** From SIGNPOST_NAME and SIGNPOST_EMAIL; null leaves it to what this computer remembers. */
  me: Person | null
  /** From SIGNPOST_TOKEN; never kept. Null leaves it to the keychain. */
  token: string | null
  /** From SIGNPOST_WEB_HOST and what goes with it; never kept. Null leaves it to the keychain. */
  webHost: GivenWebHost | null
  onProgress(progress: Progress): void
  signal: AbortSignal
}

export interface DeskPort {
  /** Services out of a CSV file; a dry run writes nothing. */
  importServices(wish: ImportWish): Promise<ImportReport | Refusal>
  build(wish: BuildWish): Promise<BuildReport | Refusal>
  sync(): Promise<SyncReport | Refusal>
  /** What a publish would do, without doing any of it. */
  plan(): Promise<PublishReport | Refusal>
  publish(): Promise<PublishReport | Refusal>
  /** Null is every checklist's first. */
  coverage(checklist: string | null): Promise<CoverageReport | Refusal>
  /** `within` in days. */
  due(within: number): Promise<DueReport | Refusal>
  /** A monitoring report needs `since`; a response is of its year, and an evaluation the last one that was finished. */
  report(wish: ReportFileWish): Promise<ReportFile | Refusal>
  close(): Promise<void>
}

export interface NewWish {
  /** Absolute. */
  folder: string
  sample: boolean
}
export interface NewReport {
  workspace: string
  pages: number
}

export interface ProblemReport {
  rule: string
  severity: Severity
  wcag: readonly string[]
  message: string
  /** From 1; columns in UTF-16 units. */
  line: number
  column: number
  endLine: number
  endColumn: number
  fixable: boolean
}
/** A problem that somebody let be, with a reason: it counts nowhere. */
export interface DismissedReport extends ProblemReport {
  /** `at` is a moment; `until` the last day on which it holds, null for as long as the words stay. */
  dismissed: { reason: string; by: string; at: string; until: string | null }
}
export interface FileReport {
  path: string
  problems: readonly ProblemReport[]
  dismissed: readonly DismissedReport[]
}
/** Takes what was found, file after file: of thousands nobody has to hold more than one. */
export type OnFile = (file: FileReport) => void
/** What is said of all of them together. */
export interface CheckEnd {
  /** What could not be looked at, one sentence each: a file by itself says nothing of the pages around it. */
  notSeen: readonly string[]
}

/** A row as the spreadsheet counts, its headings being row 1. */
export interface ImportedRow {
  row: number
  title: string
  changes: readonly { what: string; from: string; to: string }[]
}
export interface ImportWish {
  data: Uint8Array
  /** An empty cell takes away what the service has. */
  emptyTakesAway: boolean
  dryRun: boolean
}
export interface ImportReport {
  created: readonly ImportedRow[]
  changed: readonly ImportedRow[]
  /** Rows that say what is there already. */
  same: number
  /** Rows that are left out; `why` is one sentence each. */
  needsYou: readonly { row: number; title: string; why: readonly string[] }[]
  /** Rows that come in without some of their cells; `why` is one line each, with the column. */
  cellsLeftOut: readonly { row: number; title: string; why: readonly string[] }[]
  /** Columns that are called otherwise in the directory. */
  readAs: readonly { heading: string; as: string }[]
  /** Columns that nothing is taken from. */
  unused: readonly string[]
  /** Services that the file does not name. */
  untouched: number
}

export interface BuildWish {
  /** Absolute. */
  out: string
  from: 'live' | 'desk'
}
export interface BuildReport {
  pages: number
  written: number
  unchanged: number
  removed: number
  ms: number
}

export interface SyncReport {
  pulled: number
  pushed: number
  /** Pages in which two people's changes were put together. */
  merged: readonly string[]
  /** Places where somebody has to choose; both versions are kept until then. */
  conflicts: readonly { page: string; title: string; field: string }[]
}

export interface PublishReport {
  added: readonly string[]
  changed: readonly string[]
  removed: readonly string[]
  /** Among them, what goes live although a check stops it, by somebody's leave; `why` says whose. */
  although: readonly { page: string; why: string }[]
  /** Held back, which stops none of the others; `why` is a sentence. */
  blocked: readonly { page: string; why: string }[]
  /** Where families read it; empty where the workspace names no address. */
  url: string
  /** True only when the site's own stamp was read back from the web. */
  verified: boolean
}

export interface CoverageReport {
  checklist: string
  requirements: readonly {
    id: string
    text: string
    status: Coverage['requirements'][number]['status']
    pages: readonly string[]
  }[]
  summary: { yes: number; limited: number; no: number; notByPages: number }
}

export interface DueRow extends CalendarPage {
  /** The email of who looks after it; empty when nobody does. */
  owner: string
  /** From today; negative when overdue. */
  days: number
}
export interface DueReport {
  overdue: readonly DueRow[]
  soon: readonly DueRow[]
}

export interface ReportFileWish {
  kind: ReportKind
  since: IsoDate | null
  /** Null is today. */
  until: IsoDate | null
  format: 'docx' | 'html' | 'csv'
}
export interface ReportFile {
  title: string
  period: string
  figures: readonly { id: string; label: string; value: number }[]
  bytes: Uint8Array
}

export interface OpenWindow {
  /** Absolute, or null to start where the person left off. */
  workspace: string | null
  shell: 'electron' | 'loopback' | 'auto'
  /** 0 for any free one. */
  port: number
  browser: boolean
}
/** What is told while Signpost is open. */
export interface OpenTold {
  onWhy(sentence: string): void
  onAddress(address: string, opened: boolean): void
  onAsked(again: () => void): () => void
  onFetching(bytes: number): void
  signal: AbortSignal
}
