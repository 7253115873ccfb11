import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { emailTrouble, ringsTrouble } from './troubles.ts'
import { UnreadNotice } from './unread-notice.tsx'

export function SiteFields({ config, onChange }: ConfigPart) {
  const { name, council, contact, review } = config
  return (
    <Sheet title="The Local Offer" note="for everybody">
      <UnreadNotice under="The Local Offer" />
      <div className="sheet-body form">
        <div className="form-pair">
          <TextField label="Name" name="name" value={name} onChange={value => onChange({ name: value })} />
          <TextField label="Council" value={council} onChange={value => onChange({ council: value })} />
        </div>
        <div className="form-pair">
          <TextField
            label="Telephone for families"
            name="contact.telephone"
            type="tel"
            value={contact.telephone}
            trouble={ringsTrouble(contact.telephone)}
            onChange={telephone => onChange({ contact: { ...contact, telephone } })}
          />
          <TextField
            label="Email for families"
            name="contact.email"
            type="email"
            value={contact.email}
            trouble={emailTrouble(contact.email)}
            onChange={email => onChange({ contact: { ...contact, email } })}
          />
        </div>
        <TextField
          label="How often a page is checked, unless it says otherwise"
          name="review.every"
          value={review.every}
          onChange={every => onChange({ review: { ...review, every } })}
          help="Such as 6 months or 1 year."
        />
      </div>
    </Sheet>
  )
}
