import { roles, type TeamMember } from '../../shared/content/index.ts'
import { CheckField, TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'

const roleWords: Readonly<Record<(typeof roles)[number], string>> = {
  writer: 'Writes',
  reviewer: 'Reviews',
  publisher: 'Publishes',
}

/** Who is in the team. Roles guide; what somebody can do to the shared copy is decided where it is kept. */
export function TeamFields({ config, onChange }: ConfigPart) {
  return (
    <Sheet title="Team">
      <p className="soft sheet-body">
        What somebody does guides: Signpost says whose work something is, and stops nobody. The lock is where the shared
        copy is kept: who may send to it there can change and publish everything, and who may not can do neither.
      </p>
      <EditableList
        items={config.team}
        name="team"
        onChange={team => onChange({ team })}
        adding={[{ label: 'Add a colleague', items: [{ name: '', email: '', roles: ['writer'] }] }]}
        takeAway={({ name }) => `Take ${name || 'this colleague'} off the list`}
      >
        {({ item: member, index, change }) => (
          <>
            <TextField
              label={`Name of colleague ${index + 1}`}
              name={`team.${index}.name`}
              value={member.name}
              onChange={name => change({ ...member, name })}
            />
            <TextField
              label="Email"
              name={`team.${index}.email`}
              type="email"
              value={member.email}
              onChange={email => change({ ...member, email })}
            />
            <fieldset className="settings-roles">
              <legend className="unseen">What {member.name || 'this colleague'} does</legend>
              {roles.map(role => (
                <CheckField
                  key={role}
                  isSelected={member.roles.includes(role)}
                  onChange={has => change({ ...member, roles: withRole(member.roles, role, has) })}
                >
                  {roleWords[role]}
                </CheckField>
              ))}
            </fieldset>
          </>
        )}
      </EditableList>
    </Sheet>
  )
}

function withRole(has: TeamMember['roles'], role: TeamMember['roles'][number], wanted: boolean): TeamMember['roles'] {
  return roles.filter(each => (each === role ? wanted : has.includes(each)))
}
