import { Button } from 'react-aria-components'
import type { SiteReport } from '../../shared/contract/index.ts'
import { severityWords } from '../editor/checks/severity-words.ts'
import { Chip } from '../ui/chip.tsx'
import { kindName } from './kind-words.ts'

interface KindsTableProps {
  kinds: SiteReport['kinds']
  onShow: (rule: string) => void
}

/** Every kind of problem that there is, the gravest first; its name leads to the pages. */
export function KindsTable({ kinds, onShow }: KindsTableProps) {
  if (kinds.length === 0) return null
  return (
    <div className="sheet">
      <table className="grid-table site-table">
        <caption>Problems by kind</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">What it does</th>
            <th scope="col">Problems</th>
            <th scope="col">Pages</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ rule, severity, why, many, where }) => (
            <tr key={rule}>
              <th scope="row">
                <Button className="cell-button" onPress={() => onShow(rule)}>
                  {kindName(rule)}
                </Button>
                <p className="soft">{why}</p>
              </th>
              <td data-label="What it does">
                <Chip tone={severityWords[severity].tone}>{severityWords[severity].word}</Chip>
              </td>
              <td data-label="Problems">{many}</td>
              <td data-label="Pages">{new Set(where.map(({ id, section }) => id ?? section)).size}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
