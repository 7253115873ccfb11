import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Palette, ShortcutSheet } from '../commands/index.ts'
import { useOpened } from '../connection/session.ts'
import { useShareWhenOnline } from '../connection/use-share-when-online.ts'
import { useTellNetwork } from '../connection/use-tell-network.ts'
import { NewPageDialog } from '../desk/new-page-dialog.tsx'
import { narrowWindow, useMediaQuery } from '../state/use-media-query.ts'
import { sayUntilClosed } from '../ui/toasts.tsx'
import { closeDialog, useDialog } from './dialogs.ts'
import { Bar, Rail } from './rail.tsx'
import { ReadOnlyNotice } from './read-only-notice.tsx'
import { ToldDialog } from './told-dialog.tsx'
import { useTold } from './use-told.ts'
import { useWindowCommands } from './window-commands.ts'

const mainId = 'place'

/** What stands around every place of an open workspace. */
export function Frame() {
  const { readOnly } = useOpened()
  const narrow = useMediaQuery(narrowWindow)
  const dialog = useDialog()
  useWindowCommands()
  useShareWhenOnline()
  useTellNetwork()
  useNotices()
  useTold()
  return (
    <>
      <button
        type="button"
        className="button skip"
        onClick={() => document.getElementById(mainId)?.querySelector('h1')?.focus()}
      >
        Skip to the place itself
      </button>
      <div className="frame">
        {narrow ? <Bar /> : <Rail />}
        <main className="frame-main" id={mainId}>
          {readOnly !== null && <ReadOnlyNotice why={readOnly} />}
          <Outlet />
        </main>
      </div>
      <Palette isOpen={dialog === 'palette'} onClose={closeDialog} />
      <ShortcutSheet isOpen={dialog === 'shortcuts'} onClose={closeDialog} />
      <ToldDialog isOpen={dialog === 'told'} onClose={closeDialog} />
      <NewPageDialog
        isOpen={dialog === 'new-page' || dialog === 'new-service'}
        start={dialog === 'new-service' ? 'service' : 'topic'}
        onClose={closeDialog}
      />
    </>
  )
}

const seen = new Set<string>()

/** What was recovered or repaired when the workspace opened, said once in this window. */
function useNotices() {
  const { notices } = useOpened()
  useEffect(() => {
    for (const notice of notices) {
      if (seen.has(notice)) continue
      seen.add(notice)
      sayUntilClosed(notice, 'info')
    }
  }, [notices])
}
