import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SiteConfig } from '../../shared/content/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKept } from '../connection/use-kept.ts'
import { useNow } from '../state/use-now.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { useDaysOfForm } from '../ui/days-of-form.tsx'
import { ErrorSummary, FormTroubles, useToldTroubles } from '../ui/form-troubles.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { say } from '../ui/toasts.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { AccessibilityFields } from './accessibility-fields.tsx'
import type { ConfigPart } from './config-part.ts'
import { FamiliesSayFields } from './families-say-fields.tsx'
import { LookFields } from './look-fields.tsx'
import { PublishFields } from './publish-fields.tsx'
import { ReviewPolicyFields } from './review-policy-fields.tsx'
import { SearchFields } from './search-fields.tsx'
import { SectionFields } from './section-fields.tsx'
import { settingsNow } from './settings-now.ts'
import { SiteFields } from './site-fields.tsx'
import { TeamFields } from './team-fields.tsx'
import { changedHere, isTypedSettings, type TypedSettings } from './typed-settings.ts'
import { UrgentFields } from './urgent-fields.tsx'
import { useLedToField } from './use-led-to-field.ts'
import { WorkingFields } from './working-fields.tsx'

/** What the whole team shares: the site, its sections, the team, and where it is published. */
export function WorkspaceSheets() {
  const config = useQuery(orpc.settings.config.queryOptions())
  return (
    <div className="gap">
      <Answer query={config} reading="Reading the settings">
        {kept => <ConfigForm kept={kept} />}
      </Answer>
    </div>
  )
}

function ConfigForm({ kept }: { kept: SiteConfig }) {
  const { readOnly } = useOpened()
  const queries = useQueryClient()
  const [typed, setTyped, forget] = useKept<TypedSettings | null>('settings', isTypedSettings, null)
  // What a colleague changed comes in at once, but for what somebody is changing here.
  const config = typed === null ? kept : changedHere(typed, kept)
  const [asked, setAsked] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const save = useAct(api.settings.setConfig)
  useLedToField()
  const keepButton = useRef<HTMLButtonElement>(null)
  const keepFocus = useKeptFocus(keepButton)
  const days = useDaysOfForm()
  const today = useNow().toLocaleDateString('sv-SE')
  const { changed, troubles, toKeep } = settingsNow({ config, kept, noDay: days.troubles, today })
  const told = useToldTroubles(troubles, asked)
  const onChange: ConfigPart['onChange'] = change =>
    setTyped(now => ({ start: kept, config: { ...(now === null ? kept : changedHere(now, kept)), ...change } }))
  const part: ConfigPart = { config, onChange }

  async function submit() {
    if (!changed) {
      say('These settings are kept already.', 'info')
      return
    }
    setAsked(toKeep === null ? asked + 1 : 0)
    if (toKeep === null || (await save.run(toKeep)) === null) return
    await queries.invalidateQueries()
    if (typed !== null) forget(typed, null)
    await save.sayDone('The settings are kept. A shared copy takes them to your team.')
  }

  return (
    <form
      ref={form}
      className="settings-form"
      // What is wrong is said by us, in words, at the top and in each field.
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary troubles={told} turn={asked} form={form} />
      {days.provide(
        <FormTroubles value={told}>
          <SiteFields {...part} />
          <LookFields {...part} />
          <FamiliesSayFields {...part} />
          <UrgentFields {...part} />
          <SearchFields {...part} />
          <WorkingFields {...part} />
          <AccessibilityFields {...part} />
          <ReviewPolicyFields {...part} />
          <SectionFields {...part} />
          <TeamFields {...part} />
          <PublishFields {...part} />
        </FormTroubles>,
      )}
      <div className="settings-foot" data-changed={changed} {...keepFocus}>
        <RefusalNotice refusal={save.refusal} />
        <div className="actions">
          <Button ref={keepButton} kind="main" type="submit" isDisabled={readOnly !== null} busy={save.busy}>
            Keep these settings
          </Button>
          {changed && (
            <Button
              kind="bare"
              onPress={() => {
                forget()
                days.forgetTyped()
              }}
            >
              Leave them as they were
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}
