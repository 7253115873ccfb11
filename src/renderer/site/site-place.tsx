import { useQuery } from '@tanstack/react-query'
import { FilePlus } from 'lucide-react'
import { useState } from 'react'
import type { SiteReport } from '../../shared/contract/index.ts'
import { openDialog } from '../app/dialogs.ts'
import { orpc } from '../connection/api.ts'
import { Answer } from '../ui/answer.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Place } from '../ui/place.tsx'
import { useTakenThere } from '../ui/use-taken-there.ts'
import { DrawnSheet } from './drawn-sheet.tsx'
import { FirstSheet } from './first-sheet.tsx'
import { foundWords } from './kind-words.ts'
import { KindsTable } from './kinds-table.tsx'
import { LetBeSheet } from './let-be-sheet.tsx'
import { LinksSheet } from './links-sheet.tsx'
import { OwnersTable, SectionsTable } from './shares-tables.tsx'
import { TrendTable } from './trend-table.tsx'
import { WhereSheet } from './where-sheet.tsx'
import './site.css'

/** Problems of the whole site: what to mend first, by kind, by section, by owner, and how it went. */
export function SitePlace() {
  const report = useQuery(orpc.site.report.queryOptions())
  return (
    <Place title="Whole site" lead={report.data && foundWords(report.data)}>
      <Answer query={report} reading="Looking through all pages">
        {found => (found.pages === 0 ? <NothingYet /> : <SiteSheets report={found} />)}
      </Answer>
    </Place>
  )
}

/** Of no pages there is nothing to count. */
function NothingYet() {
  return (
    <div className="sheet">
      <Empty
        icon={FilePlus}
        title="No pages yet"
        actions={
          <Button icon={FilePlus} onPress={() => openDialog('new-page')}>
            New page
          </Button>
        }
      >
        Once there are pages, this place shows what is wrong on them and between them, and which to mend first.
      </Empty>
    </div>
  )
}

function SiteSheets({ report }: { report: SiteReport }) {
  const [rule, setRule] = useState<string | null>(null)
  const [there, takeThere] = useTakenThere()
  const kind = report.kinds.find(each => each.rule === rule)

  /** Shows the pages of one kind, and takes the reader there. */
  function show(wanted: string) {
    setRule(wanted)
    takeThere()
  }

  return (
    <div className="site-sheets">
      <FirstSheet first={report.first} />
      <KindsTable kinds={report.kinds} onShow={show} />
      <div ref={there}>{kind && <WhereSheet kind={kind} />}</div>
      <LetBeSheet letBe={report.letBe} />
      <SectionsTable sections={report.sections} />
      <OwnersTable owners={report.owners} />
      <DrawnSheet />
      <LinksSheet />
      <TrendTable now={report} />
    </div>
  )
}
