import { Folder, Plus, Server, Share2, X } from 'lucide-react'
import { useState } from 'react'
import type { PublishTarget } from '../../shared/content/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { replacedAt, without } from './lists.ts'

/** Where families read the site, and how it gets there. */
export function PublishFields({ config, onChange }: ConfigPart) {
  const { publish } = config
  const [added, setAdded] = useState<number | null>(null)
  const set = (targets: PublishTarget[]) => onChange({ publish: { ...publish, targets } })
  const add = (target: PublishTarget) => {
    setAdded(publish.targets.length)
    set([...publish.targets, target])
  }
  return (
    <Sheet title="Publishing">
      <div className="sheet-body form">
        <TextField
          label="Address of the site"
          type="url"
          value={publish.url}
          onChange={url => onChange({ publish: { ...publish, url } })}
          help="Where families read it. After each publish, Signpost looks there whether it has arrived."
        />
      </div>
      <ul className="settings-list">
        {publish.targets.map((target, index) => (
          <li key={index} className="settings-line">
            <TargetField
              target={target}
              isNew={index === added}
              onChange={next => set(replacedAt(publish.targets, index, next))}
            />
            <span className="settings-move">
              <IconButton label="Take this target away" icon={X} onPress={() => set(without(publish.targets, index))} />
            </span>
          </li>
        ))}
      </ul>
      <div className="sheet-foot">
        <Button icon={Plus} onPress={() => add({ kind: 'folder', path: '' })}>
          Add a folder
        </Button>
        <Button icon={Plus} onPress={() => add(newHost)}>
          Add a web host (SFTP)
        </Button>
        <Button icon={Plus} onPress={() => add({ kind: 'branch', branch: 'site' })}>
          Publish through the shared copy
        </Button>
      </div>
    </Sheet>
  )
}

const newHost = { kind: 'sftp', host: '', port: 22, user: '', folder: '', hostKey: '' } as const

interface TargetFieldProps {
  target: PublishTarget
  /** Just added: its field takes the focus, so that whoever asked for it can go on typing. */
  isNew: boolean
  onChange: (target: PublishTarget) => void
}

function TargetField({ target, isNew, onChange }: TargetFieldProps) {
  if (target.kind === 'folder') {
    return (
      <>
        <Folder className="icon" aria-hidden="true" />
        <TextField
          label="Folder on this computer or the network"
          autoFocus={isNew}
          value={target.path}
          onChange={path => onChange({ kind: 'folder', path })}
        />
      </>
    )
  }
  if (target.kind === 'sftp') return <HostFields target={target} isNew={isNew} onChange={onChange} />
  return (
    <>
      <Share2 className="icon" aria-hidden="true" />
      <TextField
        label="Name under which the shared copy carries the finished site"
        autoFocus={isNew}
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
function HostFields({ target, isNew, onChange }: HostFieldsProps) {
  // Another server has another key.
  const elsewhere = (change: Partial<typeof target>) => onChange({ ...target, ...change, hostKey: '' })
  return (
    <>
      <Server className="icon" aria-hidden="true" />
      <TextField
        label="Server of the web host"
        autoFocus={isNew}
        value={target.host}
        onChange={host => elsewhere({ host: host.trim() })}
      />
      <TextField
        label="Port"
        inputMode="numeric"
        value={target.port === 0 ? '' : String(target.port)}
        onChange={port => elsewhere({ port: Number(port.replace(/\D/g, '').slice(0, 5)) })}
      />
      <TextField label="User name there" value={target.user} onChange={user => onChange({ ...target, user })} />
      <TextField
        label="Folder on the web host"
        value={target.folder}
        onChange={folder => onChange({ ...target, folder })}
      />
    </>
  )
}
