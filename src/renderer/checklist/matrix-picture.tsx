import { allIn, audiencesOfOffer, type Matrix, type MatrixCell } from '../../shared/checklist/matrix.ts'
import { statusWords } from './words.ts'

const [names, column, line, bar] = [190, 104, 44, 84] as const
/** So that two parts are told apart also by who cannot tell their colours. */
const between = 1
const parts = [
  { id: 'yes', word: statusWords.yes.word },
  { id: 'limited', word: statusWords.limited.word },
  { id: 'no', word: statusWords.no.word },
  { id: 'open', word: statusWords['not-by-pages'].word },
] as const

/** For the eye: a bar a cell, as long as what is asked, in the colours of the judgements. The table below says the same. */
export function MatrixPicture({ matrix }: { matrix: Matrix }) {
  const most = Math.max(1, ...matrix.rows.flatMap(({ cells }) => cells.map(allIn)))
  const [width, height] = [names + audiencesOfOffer.length * column, (matrix.rows.length + 1) * line]
  return (
    <svg
      className="matrix-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="What is answered by strand and for whom; the table after it says the same in numbers"
    >
      {audiencesOfOffer.map(({ id, label }, at) => (
        <text key={id} x={names + at * column} y={line / 2}>
          {label}
        </text>
      ))}
      {matrix.rows.map((row, index) => (
        <g key={row.id} transform={`translate(0 ${(index + 1) * line})`}>
          <text x={0} y={line / 2}>
            {row.label}
          </text>
          {row.cells.map((cell, at) => (
            <CellBar key={audiencesOfOffer[at]?.id} cell={cell} x={names + at * column} most={most} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** What the colours of a bar mean, in their order, so that they can be told apart by where they stand too. */
export function MatrixLegend() {
  return (
    <ul className="matrix-legend" aria-label="The parts of each bar, from the left">
      {parts.map(({ id, word }) => (
        <li key={id}>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <rect className={`matrix-${id}`} x={1} y={1} width={12} height={12} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  )
}

function CellBar({ cell, x, most }: { cell: MatrixCell; x: number; most: number }) {
  let from = x
  return (
    <>
      {parts.map(({ id: part }) => {
        const width = (cell[part] / most) * bar
        const start = from
        if (width > 0) from += width + between
        return width === 0 ? null : (
          <rect key={part} className={`matrix-${part}`} x={start} y={line / 2 - 14} width={width} height={18} />
        )
      })}
    </>
  )
}
