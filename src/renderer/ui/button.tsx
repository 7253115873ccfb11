import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link as AriaLink } from 'react-aria-components'
import { Tip } from './tip.tsx'

/** One `main` a screen; `stop` takes something away; `bare` is the quieter neighbour of a plain button. */
export type ButtonKind = 'plain' | 'main' | 'bare' | 'stop'
export type ButtonSize = 'small' | 'medium' | 'large'

interface Look {
  kind?: ButtonKind
  size?: ButtonSize
  icon?: LucideIcon
}

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  children: ReactNode
  /** What else a screen reader says after the words: the page's title, so that “Open” makes sense alone. */
  about?: string
  /** The work goes on: the button keeps its place and its focus, and does nothing when pressed again. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

function classes({ kind = 'plain', size = 'medium' }: Look): string {
  return `button button-${kind}${size === 'medium' ? '' : ` button-${size}`}`
}

export function Button({ kind, size, icon: Icon, children, about, busy = false, onPress, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(look(kind, size))}
      data-busy={busy}
      onPress={event => {
        if (!busy) onPress?.(event)
      }}
    >
      {Icon && <Icon aria-hidden="true" />}
      <span>
        {children}
        {about && <span className="unseen"> {about}</span>}
      </span>
    </AriaButton>
  )
}

function look(kind: ButtonKind | undefined, size: ButtonSize | undefined): Look {
  return { ...(kind && { kind }), ...(size && { size }) }
}

export interface LinkButtonProps extends Look {
  href: string
  children: ReactNode
  about?: string
  /** Opens in the system's browser. */
  outside?: boolean
  /**
   * Said to the place that it leads to, before one goes there: once, or twice the same. A key follows a link when it goes
   * down, and this button may be gone when it comes up again.
   */
  onPress?: () => void
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ kind, size, icon: Icon, href, children, about, outside, onPress }: LinkButtonProps) {
  return (
    <AriaLink
      href={href}
      className={classes(look(kind, size))}
      {...(outside && outsideLink)}
      {...(onPress && { onPress, onPressStart: ({ pointerType }) => pointerType === 'keyboard' && onPress() })}
    >
      {Icon && <Icon aria-hidden="true" />}
      <span>
        {children}
        {about && <span className="unseen"> {about}</span>}
      </span>
    </AriaLink>
  )
}

export const outsideLink = { target: '_blank', rel: 'noreferrer' } as const

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Said by screen readers and shown on focus and hover. */
  label: string
  icon: LucideIcon
  shortcut?: string
  kind?: ButtonKind
  size?: ButtonSize
}

/** Only where there is no room for a word beside the icon, such as the text toolbar. */
export function IconButton({ label, icon: Icon, shortcut, kind = 'bare', size, ...rest }: IconButtonProps) {
  return (
    <Tip words={label} {...(shortcut && { shortcut })}>
      <AriaButton {...rest} aria-label={label} className={`${classes(look(kind, size))} button-icon`}>
        <Icon aria-hidden="true" />
      </AriaButton>
    </Tip>
  )
}
