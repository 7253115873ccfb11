interface SharesProps {
  yes: number
  limited: number
  no: number
  /** What has no answer yet; left empty in the bar. */
  notJudged?: number
}

/** A bar of what is answered, in part, and not; only for the eye, because the numbers stand in words beside it. */
export function Shares({ yes, limited, no, notJudged = 0 }: SharesProps) {
  const all = yes + limited + no + notJudged
  if (all === 0) return null
  const share = (many: number) => ({ width: `${(many / all) * 100}%` })
  return (
    <div className="shares" aria-hidden="true">
      <span className="share share-yes" style={share(yes)} />
      <span className="share share-limited" style={share(limited)} />
      <span className="share share-no" style={share(no)} />
    </div>
  )
}
