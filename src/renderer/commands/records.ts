import {
  ArrowRightLeft,
  BadgeCheck,
  BadgeQuestionMark,
  CalendarCheck,
  ChartBar,
  CheckCheck,
  CircleOff,
  Eye,
  FilePlus,
  FileText,
  FolderOpen,
  Globe,
  Handshake,
  History,
  Image,
  Images,
  Keyboard,
  Link,
  ListChecks,
  type LucideIcon,
  MapPin,
  Megaphone,
  MessageCircleHeart,
  MessageSquare,
  MessageSquarePlus,
  Pencil,
  PlugZap,
  Redo2,
  RefreshCw,
  Replace,
  ReplaceAll,
  Save,
  Search,
  SearchCheck,
  Send,
  Settings,
  SquareArrowDown,
  SquareArrowUp,
  SquareX,
  Table,
  TextSearch,
  ThumbsUp,
  Trash2,
  Undo2,
  Wand,
  WandSparkles,
} from 'lucide-react'
import { type CommandId, commandMenu, type Menu } from '../../shared/contract/index.ts'
import type { Handlers } from './registry.ts'

/** A command as palette, menu, toolbar, shortcut sheet and tests all read it. */
export interface Command {
  readonly id: CommandId
  readonly label: string
  readonly icon: LucideIcon
  readonly shortcut: string | null
  readonly menu: Menu
  isAvailable(handlers: Handlers): boolean
  run(handlers: Handlers): void
}

/** Exhaustive: a command without an icon does not compile. */
const icons: Readonly<Record<CommandId, LucideIcon>> = {
  'new-page': FilePlus,
  'find-page': Search,
  'open-workspace': FolderOpen,
  'close-workspace': SquareX,
  'save-version': Save,
  'share-now': RefreshCw,
  publish: Send,
  undo: Undo2,
  redo: Redo2,
  'choose-all': CheckCheck,
  'choose-none': CircleOff,
  'change-chosen': Pencil,
  'find-here': TextSearch,
  'replace-here': ReplaceAll,
  'insert-link': Link,
  'insert-picture': Image,
  'insert-table': Table,
  'insert-callout': Megaphone,
  'next-problem': SquareArrowDown,
  'previous-problem': SquareArrowUp,
  'fix-problem': Wand,
  'fix-all-problems': WandSparkles,
  'problem-help': BadgeQuestionMark,
  beside: ArrowRightLeft,
  preview: Eye,
  'ready-for-review': MessageSquare,
  comment: MessageSquarePlus,
  'take-wording': Replace,
  'still-accurate': BadgeCheck,
  'good-to-publish': ThumbsUp,
  'needs-changes': MessageSquare,
  'go-week': CalendarCheck,
  'go-pages': FileText,
  'go-services': MapPin,
  'go-review': MessageSquare,
  'go-checklists': ListChecks,
  'go-live': Globe,
  'go-settings': Settings,
  'go-media': Images,
  'go-families': MessageCircleHeart,
  'go-reports': ChartBar,
  'go-site': SearchCheck,
  'go-bin': Trash2,
  'go-done': History,
  'command-palette': Search,
  'look-at-told': Handshake,
  'test-connection': PlugZap,
  shortcuts: Keyboard,
}

export const commands: readonly Command[] = commandMenu.map(({ id, label, shortcut, menu }) => ({
  id,
  label,
  menu,
  icon: icons[id],
  shortcut: shortcut ?? null,
  isAvailable: handlers => (handlers.get(id)?.length ?? 0) > 0,
  run: handlers => handlers.get(id)?.at(-1)?.run(),
}))

const byId = new Map<string, Command>(commands.map(command => [command.id, command]))

/** Runs a command by its name, as it comes from the system's own menu; a name that nobody answers to does nothing. */
export function runCommand(id: string, handlers: Handlers): void {
  byId.get(id)?.run(handlers)
}

export function shortcutOf(id: CommandId): string | undefined {
  return byId.get(id)?.shortcut ?? undefined
}
