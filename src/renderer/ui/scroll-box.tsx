import type { ReactNode } from 'react'

interface ScrollBoxProps {
  label: string
  children: ReactNode
}

/** A part that scrolls by itself: the keyboard can reach it, and scroll it, without a mouse (WCAG 2.2 SC 2.1.1). */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable
    <section className="scroll-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
