import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { orpc } from '../../connection/api.ts'
import { ComboField } from '../../ui/combo-field.tsx'
import { TextField } from '../../ui/fields.tsx'
import type { PageSession } from '../session/page-session.ts'
import { attributesAt, blockNamed, keepBlock, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'
import { useKeptDialog } from './use-kept-dialog.ts'

interface VideoDialogProps {
  editor: Editor
  session: PageSession
  at: number | null
  onClose: () => void
}

/** A video is a link with a picture: nothing of another host runs on the site. */
export function VideoDialog({ editor, session, at, onClose }: VideoDialogProps) {
  const [about] = useState(() => {
    const attrs = attributesAt(editor, at)
    const fields = {
      href: textOf(attrs, 'href'),
      title: textOf(attrs, 'title'),
      poster: textOf(attrs, 'poster'),
      transcript: textOf(attrs, 'transcript'),
    }
    return { block: blockNamed(editor, at, 'video'), fields }
  })
  const kept = useKeptDialog(session, about.block, about.fields)
  const { href, title, poster, transcript } = kept.typed
  const [asked, setAsked] = useState(false)
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const media = useQuery(orpc.media.list.queryOptions()).data ?? []
  const addressFits = /^https?:\/\/\S+\.\S+/.test(href.trim())

  function submit() {
    setAsked(true)
    if (!addressFits || title.trim() === '') return
    keepBlock(editor, at, 'video', { href: href.trim(), title, poster, transcript })
    kept.done()
    onClose()
  }

  return (
    <FormDialog
      title="Video"
      act={at === null ? 'Put it in' : 'Change it'}
      onAct={submit}
      onClose={onClose}
      onLeave={kept.leave}
    >
      <TextField
        label="Web address of the video"
        autoFocus
        value={href}
        onChange={value => kept.set({ href: value })}
        trouble={asked && !addressFits ? 'Write the whole address, beginning with https://' : null}
      />
      <TextField
        label="Title"
        value={title}
        onChange={value => kept.set({ title: value })}
        help="What it is about. Families read “Watch:” before it."
        trouble={asked && title.trim() === '' ? 'Write what the video is about.' : null}
      />
      <ComboField
        label="Page with the same in words"
        value={transcript || null}
        onChange={value => kept.set({ transcript: value ?? '' })}
        options={rows.filter(row => row.kind === 'page').map(row => ({ value: `page:${row.id}`, label: row.title }))}
        help="For those who cannot hear or see it. May be empty if the video has captions and says all that it shows."
      />
      <ComboField
        label="Picture"
        value={poster || null}
        onChange={value => kept.set({ poster: value ?? '' })}
        options={media
          .filter(item => item.picture)
          .map(item => ({ value: item.path, label: item.name, help: item.alt }))}
        help="May be empty."
      />
    </FormDialog>
  )
}
