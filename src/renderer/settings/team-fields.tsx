import { Plus, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { roles, type TeamMember } from '../../shared/content/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { replacedAt, without } from './lists.ts'

const roleWords: Readonly<Record<(typeof roles)[number], string>> = {
  writer: 'Writes',
  reviewer: 'Reviews',
  publisher: 'Publishes',
}

/** Who is in the team. Roles guide; what somebody can do to the shared copy is decided where it is kept. */
export function TeamFields({ config, onChange }: ConfigPart) {
  const { team } = config
  const [added, setAdded] = useState<number | null>(null)
  const set = (next: TeamMember[]) => onChange({ team: next })
  return (
    <Sheet title="Team">
      <p className="soft">
        What somebody does guides: Signpost says whose work something is, and stops nobody. The lock is where the shared
        copy is kept: who may send to it there can change and publish everything, and who may not can do neither.
      </p>
      <ul className="settings-list">
        {team.map((member, index) => (
          <li key={index} className="settings-line">
            <TextField
              label={`Name of colleague ${index + 1}`}
              autoFocus={index === added}
              value={member.name}
              onChange={name => set(replacedAt(team, index, { ...member, name }))}
            />
            <TextField
              label="Email"
              type="email"
              value={member.email}
              onChange={email => set(replacedAt(team, index, { ...member, email }))}
            />
            <fieldset className="settings-roles">
              <legend className="unseen">What {member.name || 'this colleague'} does</legend>
              {roles.map(role => (
                <CheckField
                  key={role}
                  isSelected={member.roles.includes(role)}
                  onChange={has =>
                    set(replacedAt(team, index, { ...member, roles: withRole(member.roles, role, has) }))
                  }
                >
                  {roleWords[role]}
                </CheckField>
              ))}
            </fieldset>
            <span className="settings-move">
              <IconButton
                label={`Take ${member.name || 'this colleague'} off the list`}
                icon={UserMinus}
                onPress={() => set(without(team, index))}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="sheet-foot">
        <Button
          icon={Plus}
          onPress={() => {
            setAdded(team.length)
            set([...team, { name: '', email: '', roles: ['writer'] }])
          }}
        >
          Add a colleague
        </Button>
      </div>
    </Sheet>
  )
}

function withRole(has: TeamMember['roles'], role: TeamMember['roles'][number], wanted: boolean): TeamMember['roles'] {
  return roles.filter(each => (each === role ? wanted : has.includes(each)))
}
