import type { Editor } from '@tiptap/react'
import { useValue, type ValueStore } from '../../state/value-store.ts'
import type { PageSession } from '../session/page-session.ts'
import { CaptionDialog } from './caption-dialog.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import type { DialogRequest } from './dialog-request.ts'
import { DocumentDialog } from './document-dialog.tsx'
import { LanguageDialog } from './language-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { ServiceDialog } from './service-dialog.tsx'
import { VideoDialog } from './video-dialog.tsx'
import './dialogs.css'

interface EditorDialogsProps {
  editor: Editor
  session: PageSession
  requested: ValueStore<DialogRequest | null>
}

/** The dialog that the toolbar, a key, a block or a paste asked for. */
export function EditorDialogs({ editor, session, requested }: EditorDialogsProps) {
  const request = useValue(requested)
  if (request === null) return null
  const onClose = () => {
    requested.set(null)
    // The dialog gives the focus back to what had it before: for somebody who writes, that is the text.
    requestAnimationFrame(() => editor.commands.focus())
  }
  const block = { editor, session, onClose }
  switch (request.kind) {
    case 'link':
      return <LinkDialog {...block} />
    case 'language':
      return <LanguageDialog editor={editor} onClose={onClose} />
    case 'picture':
      return <PictureDialog {...block} at={request.at} {...(request.file && { file: request.file })} />
    case 'document':
      return <DocumentDialog {...block} at={request.at} {...(request.file && { file: request.file })} />
    case 'video':
      return <VideoDialog {...block} at={request.at} />
    case 'contact':
      return <ContactDialog {...block} at={request.at} />
    case 'service':
      return <ServiceDialog editor={editor} onClose={onClose} at={request.at} />
    case 'caption':
      return <CaptionDialog {...block} at={request.at} />
  }
}
