import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PageId, pageIdSchema } from '../../../shared/content/index.ts'
import { orpc } from '../../connection/api.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { ComboField } from '../../ui/combo-field.tsx'

interface RelatedPagesProps {
  page: PageId
  related: readonly PageId[]
  readOnly: boolean
  onChange: (related: PageId[]) => void
}

/** Pages that families may want next, as they are listed at the end of this one. */
export function RelatedPages({ page, related, readOnly, onChange }: RelatedPagesProps) {
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  // A chosen page empties the field for the next one: the field is then another one, with the focus of the one before.
  const [turn, setTurn] = useState(0)
  const titleOf = (id: string) => rows.find(row => row.id === id)?.title ?? 'A page that is gone'
  const others = rows.filter(row => row.id !== page && !related.includes(row.id))

  function add(value: string | null) {
    const id = pageIdSchema.safeParse(value).data
    if (id === undefined) return
    onChange([...related, id])
    setTurn(turn + 1)
    announce(`${titleOf(id)} was added.`)
  }

  return (
    <fieldset className="side-stack">
      <legend className="field-label">Related pages</legend>
      {related.length > 0 && (
        <ul className="tag-list">
          {related.map(id => (
            <li key={id} className="tag">
              <p>{titleOf(id)}</p>
              <Button
                size="small"
                kind="bare"
                about={titleOf(id)}
                isDisabled={readOnly}
                onPress={() => onChange(related.filter(one => one !== id))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <ComboField
          key={turn}
          autoFocus={turn > 0}
          label="Add a page"
          value={null}
          onChange={add}
          options={others.map(({ id, title, kind }) => ({
            value: id,
            label: title,
            ...(kind === 'service' && { help: 'Service' }),
          }))}
        />
      )}
    </fieldset>
  )
}
