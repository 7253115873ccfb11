import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { IsoDate } from '../../shared/content/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api, orpc } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { drawnLookOf } from './drawn-look.ts'
import type { Looking } from './look-at-pages.ts'

/** Lets the accessibility statement tell families of this look, with its day; it goes live with the settings. */
export function StatementButton({ looking, on }: { looking: Looking; on: IsoDate }) {
  const { readOnly } = useOpened()
  const queries = useQueryClient()
  const config = useQuery(orpc.settings.config.queryOptions()).data
  const save = useAct(api.settings.setConfig)
  const drawn = drawnLookOf(looking, on)
  if (drawn === null || config === undefined) return null
  const { site } = config
  const said = JSON.stringify(site.accessibility.drawn) === JSON.stringify(drawn)

  async function tell() {
    if (config === undefined) return
    const accessibility = { ...site.accessibility, drawn }
    if ((await save.run({ ...config, site: { ...site, accessibility } })) === null) return
    await queries.invalidateQueries()
    await save.sayDone('The accessibility statement tells of this look. Families read it after the next publish.')
  }

  return (
    <div className="sheet-words">
      <RefusalNotice refusal={save.refusal} />
      {said ? (
        <p>The accessibility statement tells of this look.</p>
      ) : (
        <Button size="small" isDisabled={readOnly !== null} busy={save.busy} onPress={() => void tell()}>
          Tell of it in the accessibility statement
        </Button>
      )}
    </div>
  )
}
