import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Refusal } from '../../shared/outcome.ts'

export type NoticeTone = 'info' | 'good' | 'warn' | 'stop'

const icons: Readonly<Record<NoticeTone, LucideIcon>> = {
  info: Info,
  good: CircleCheck,
  warn: TriangleAlert,
  stop: CircleAlert,
}

interface NoticeProps {
  tone?: NoticeTone
  children: ReactNode
  actions?: ReactNode
  /** Announced when it appears; leave it out for words that stand there from the start. */
  announced?: boolean
}

/** Words that matter now, in the place where they matter. */
export function Notice({ tone = 'info', children, actions, announced = false }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={`notice notice-${tone}`} role={announced ? (tone === 'stop' ? 'alert' : 'status') : undefined}>
      <Icon className="icon" aria-hidden="true" />
      <div className="notice-words">
        {children}
        {actions && <div className="actions">{actions}</div>}
      </div>
    </div>
  )
}

interface RefusalNoticeProps {
  refusal: Refusal | null
  actions?: ReactNode
  /** Where the button that asked has made room for a bar of progress, the sentence takes the focus that it had. */
  takesFocus?: boolean
}

/** What could not be done, what is safe, and the next step; beside what was asked for. */
export function RefusalNotice({ refusal, actions, takesFocus = false }: RefusalNoticeProps) {
  const sentence = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takesFocus && refusal !== null) sentence.current?.focus()
  }, [takesFocus, refusal])
  if (refusal === null) return null
  return (
    <Notice tone="stop" announced={!takesFocus} actions={actions}>
      <p className="strong" ref={sentence} {...(takesFocus && { tabIndex: -1 })}>
        {refusal.sentence}
      </p>
      <p>{refusal.nextStep}</p>
    </Notice>
  )
}
