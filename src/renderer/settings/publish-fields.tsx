import { Folder, Server, Share2 } from 'lucide-react'
import type { PublishTarget } from '../../shared/content/index.ts'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { EditableList } from './editable-list.tsx'

/** Where families read the site, and how it gets there. */
export function PublishFields({ config, onChange }: ConfigPart) {
  const { publish } = config
  return (
    <Sheet title="Publishing">
      <div className="sheet-body form">
        <TextField
          label="Address of the site"
          name="publish.url"
          type="url"
          value={publish.url}
          onChange={url => onChange({ publish: { ...publish, url } })}
          help="Where families read it. After each publish, Signpost looks there whether it has arrived."
        />
      </div>
      <EditableList
        items={publish.targets}
        onChange={targets => onChange({ publish: { ...publish, targets } })}
        adding={kinds}
        takeAway={() => 'Take this target away'}
      >
        {({ item: target, index, change }) => (
          <TargetField name={`targets.${index}`} target={target} onChange={change} />
        )}
      </EditableList>
    </Sheet>
  )
}

const kinds: readonly { label: string; items: readonly PublishTarget[] }[] = [
  { label: 'Add a folder', items: [{ kind: 'folder', path: '' }] },
  {
    label: 'Add a web host (SFTP)',
    items: [{ kind: 'sftp', host: '', port: 22, user: '', folder: '', hostKey: '' }],
  },
  { label: 'Publish through the shared copy', items: [{ kind: 'branch', branch: 'site' }] },
]

interface TargetFieldProps {
  name: string
  target: PublishTarget
  onChange: (target: PublishTarget) => void
}

function TargetField({ name, target, onChange }: TargetFieldProps) {
  if (target.kind === 'folder') {
    return (
      <>
        <Folder className="icon" aria-hidden="true" />
        <TextField
          label="Folder on this laptop or the network"
          name={`${name}.path`}
          value={target.path}
          onChange={path => onChange({ kind: 'folder', path })}
        />
      </>
    )
  }
  if (target.kind === 'sftp') return <HostFields name={name} target={target} onChange={onChange} />
  return (
    <>
      <Share2 className="icon" aria-hidden="true" />
      <TextField
        label="Name under which the shared copy carries the finished site"
        name={`${name}.branch`}
        value={target.branch}
        onChange={branch => onChange({ kind: 'branch', branch })}
      />
    </>
  )
}

interface HostFieldsProps extends TargetFieldProps {
  target: Extract<PublishTarget, { kind: 'sftp' }>
}

/** Which server, whose account, which folder. By which key it is known, and the password, are asked under “Web hosts”. */
function HostFields({ name, target, onChange }: HostFieldsProps) {
  // Another server has another key.
  const elsewhere = (change: Partial<typeof target>) => onChange({ ...target, ...change, hostKey: '' })
  return (
    <>
      <Server className="icon" aria-hidden="true" />
      <TextField
        label="Server of the web host"
        name={`${name}.host`}
        value={target.host}
        onChange={host => elsewhere({ host: host.trim() })}
      />
      <TextField
        label="Port"
        name={`${name}.port`}
        inputMode="numeric"
        value={target.port === 0 ? '' : String(target.port)}
        onChange={port => elsewhere({ port: Number(port.replace(/\D/g, '').slice(0, 5)) })}
      />
      <TextField
        label="User name there"
        name={`${name}.user`}
        value={target.user}
        onChange={user => onChange({ ...target, user })}
      />
      <TextField
        label="Folder on the web host"
        name={`${name}.folder`}
        value={target.folder}
        onChange={folder => onChange({ ...target, folder })}
      />
    </>
  )
}
