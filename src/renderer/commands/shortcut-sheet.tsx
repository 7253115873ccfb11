import { Fragment } from 'react'
import { menuLabels, menus } from '../../shared/contract/index.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { commands } from './records.ts'
import './commands.css'

/** Every shortcut there is, by menu. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title="Keyboard shortcuts" width="wide">
      <div className="shortcut-columns">
        {menus.map(menu => (
          <section key={menu} className="shortcut-group">
            <h3>{menuLabels[menu]}</h3>
            <dl>
              {commands
                .filter(command => command.menu === menu)
                .map(
                  ({ id, label, shortcut }) => shortcut !== null && <Line key={id} label={label} shortcut={shortcut} />,
                )}
            </dl>
          </section>
        ))}
      </div>
      <p className="soft">
        In lists, the arrow keys move from row to row, Enter opens, and the right arrow reaches a row’s buttons.
      </p>
    </DialogBox>
  )
}

function Line({ label, shortcut }: { label: string; shortcut: string }) {
  return (
    <Fragment>
      <dt>{label}</dt>
      <dd>
        <Keys shortcut={shortcut} />
      </dd>
    </Fragment>
  )
}
