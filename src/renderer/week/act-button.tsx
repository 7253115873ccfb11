import type { WeekAct, WeekLine } from '../connection/answers.ts'
import { useOpened } from '../connection/session.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import { addressOf } from './goals.ts'
import type { LineActs } from './use-line-acts.ts'

interface ActButtonProps {
  act: WeekAct
  line: WeekLine
  acts: LineActs
  /** The first is what the line asks for; the others stand beside it, quieter. */
  first: boolean
}

export function ActButton({ act, line: { title, owner }, acts, first }: ActButtonProps) {
  const kind = first ? 'plain' : 'bare'
  const press = { size: 'small', kind, about: title, isDisabled: !acts.can, busy: acts.busy } as const
  switch (act.act) {
    case 'still-accurate':
      return (
        <Button {...press} onPress={acts.stillAccurate}>
          Still accurate
        </Button>
      )
    case 'ask-review':
      return (
        <Button {...press} onPress={acts.askReview}>
          Ready for review
        </Button>
      )
    case 'give':
      return acts.can ? <GiveTo words="Give to" about={title} owner={owner} kind={kind} onGive={acts.giveTo} /> : null
    case 'give-all':
      return acts.can ? (
        <GiveTo words="Give them all to" about={title} owner={owner} kind={kind} onGive={acts.giveAllTo} />
      ) : null
    case 'put-off':
      return (
        <Button {...press} onPress={() => acts.setAskingWhy(true)}>
          Put off…
        </Button>
      )
    case 'take-up':
      return (
        <Button {...press} onPress={acts.takeUp}>
          Take it up again
        </Button>
      )
    case 'go':
      return (
        <LinkButton size="small" kind={kind} href={addressOf(act.to)} about={title}>
          {act.label}
        </LinkButton>
      )
  }
}

interface GiveToProps {
  words: string
  about: string
  owner: string
  kind: 'plain' | 'bare'
  onGive: (to: string) => void
}

/** A colleague of the team, but for whoever has it already. */
function GiveTo({ words, about, owner, kind, onGive }: GiveToProps) {
  const { config } = useOpened()
  const others = config.team.filter(({ email }) => email !== owner)
  if (others.length === 0) return null
  return (
    <MenuButton
      label={`${words} ${about}`}
      words={words}
      kind={kind}
      size="small"
      acts={others.map(({ name, email }) => ({ id: email, label: name, run: () => onGive(email) }))}
    />
  )
}
