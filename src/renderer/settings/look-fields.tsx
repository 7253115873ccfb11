import { useQuery } from '@tanstack/react-query'
import { orpc } from '../connection/api.ts'
import { ComboField } from '../ui/combo-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { ColourField } from './colour-field.tsx'
import type { ConfigPart } from './config-part.ts'
import { UnreadNotice } from './unread-notice.tsx'

/** How the site looks, and by which way families say whether a page is useful. */
export function LookFields({ config, onChange }: ConfigPart) {
  const { site } = config
  const media = useQuery(orpc.media.list.queryOptions())
  const pictures = (media.data ?? []).filter(({ picture }) => picture)
  const options = pictures.map(({ name }) => ({ value: `media/${name}`, label: name }))
  return (
    <Sheet title="The look of the site" note="for families">
      <UnreadNotice under="The look of the site" />
      <div className="sheet-body form">
        <ColourField value={site.colour} onChange={colour => onChange({ site: { ...site, colour } })} />
        <div className="form-pair">
          <ComboField
            key={`${options.length > 0}`}
            label="Logo"
            options={options}
            value={site.logo || null}
            onChange={logo => onChange({ site: { ...site, logo: logo ?? '' } })}
            help="One of your pictures. It stands beside the name at the top of every page."
          />
        </div>
        <TextField
          label="Where “Is this page useful?” leads"
          name="useful"
          value={site.useful}
          onChange={useful => onChange({ site: { ...site, useful: useful.trim() } })}
          help="An email address, or the address of your own form, which is told which page it was. Leave it empty to ask nothing."
        />
      </div>
    </Sheet>
  )
}
