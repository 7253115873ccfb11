import { useId } from 'react'
import { colourTold, colourTrouble, ownColour } from '../../shared/site/index.ts'
import { TextField } from '../ui/fields.tsx'

interface ColourFieldProps {
  value: string
  onChange: (colour: string) => void
}

/** The council's colour, typed or picked, with how well white words are read on it while it is chosen. */
export function ColourField({ value, onChange }: ColourFieldProps) {
  const picker = useId()
  const isColour = /^#[0-9a-f]{6}$/i.test(value)
  const low = isColour ? colourTrouble(value) : null
  return (
    <div className="colour">
      <TextField
        label="The council’s colour"
        name="colour"
        value={value}
        onChange={colour => onChange(colour.trim())}
        help="As # and six digits or letters, such as #0a5760. White words stand on it; by night Signpost makes it lighter."
        trouble={low}
      />
      <div className="colour-pick">
        <label className="field-label" htmlFor={picker}>
          Pick a colour
        </label>
        <input
          id={picker}
          type="color"
          value={isColour ? value.toLowerCase() : ownColour}
          onChange={event => onChange(event.target.value)}
        />
      </div>
      <p className="field-told" role="status">
        {isColour && low === null && colourTold(value)}
      </p>
    </div>
  )
}
