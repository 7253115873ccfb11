import './rendered-doc.css'

/** A detail of a page that reads otherwise now: what it was, crossed out, and what it is. */
export function FieldChange({ label, before, after }: { label: string; before: string; after: string }) {
  if (before === after) return null
  return (
    <p className="doc">
      {label}: {before !== '' && <del>{before}</del>}{' '}
      <ins>
        {before !== '' && <span className="unseen">now </span>}
        {after}
      </ins>
    </p>
  )
}
