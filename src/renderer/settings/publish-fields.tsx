import { Folder, Plus, Share2, X } from 'lucide-react'
import type { PublishTarget } from '../../shared/content/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { replacedAt, without } from './lists.ts'

/** Where families read the site, and how it gets there. */
export function PublishFields({ config, onChange }: ConfigPart) {
  const { publish } = config
  const set = (targets: PublishTarget[]) => onChange({ publish: { ...publish, targets } })
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
            <TargetField target={target} onChange={next => set(replacedAt(publish.targets, index, next))} />
            <span className="settings-move">
              <IconButton label="Take this target away" icon={X} onPress={() => set(without(publish.targets, index))} />
            </span>
          </li>
        ))}
      </ul>
      <div className="sheet-foot">
        <Button icon={Plus} onPress={() => set([...publish.targets, { kind: 'folder', path: '' }])}>
          Add a folder
        </Button>
        <Button icon={Plus} onPress={() => set([...publish.targets, { kind: 'branch', branch: 'site' }])}>
          Publish through the shared copy
        </Button>
      </div>
    </Sheet>
  )
}

interface TargetFieldProps {
  target: PublishTarget
  onChange: (target: PublishTarget) => void
}

function TargetField({ target, onChange }: TargetFieldProps) {
  if (target.kind === 'folder') {
    return (
      <>
        <Folder className="icon" aria-hidden="true" />
        <TextField
          label="Folder on this computer or the network"
          value={target.path}
          onChange={path => onChange({ kind: 'folder', path })}
        />
      </>
    )
  }
  return (
    <>
      <Share2 className="icon" aria-hidden="true" />
      <TextField
        label="Name under which the shared copy carries the finished site"
        value={target.branch}
        onChange={branch => onChange({ kind: 'branch', branch })}
      />
    </>
  )
}
