import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { orpc } from '../../connection/api.ts'
import { ComboField } from '../../ui/combo-field.tsx'
import { TextField } from '../../ui/fields.tsx'
import { attributesAt, keepBlock, textOf } from './block-fields.ts'
import { FormDialog } from './form-dialog.tsx'

interface VideoDialogProps {
  editor: Editor
  at: number | null
  onClose: () => void
}

/** A video is a link with a picture: nothing of another host runs on the site. */
export function VideoDialog({ editor, at, onClose }: VideoDialogProps) {
  const [attrs] = useState(() => attributesAt(editor, at))
  const [href, setHref] = useState(textOf(attrs, 'href'))
  const [title, setTitle] = useState(textOf(attrs, 'title'))
  const [poster, setPoster] = useState<string | null>(textOf(attrs, 'poster') || null)
  const [transcript, setTranscript] = useState<string | null>(textOf(attrs, 'transcript') || null)
  const [asked, setAsked] = useState(false)
  const rows = useQuery(orpc.pages.list.queryOptions()).data ?? []
  const media = useQuery(orpc.media.list.queryOptions()).data ?? []
  const addressFits = /^https?:\/\/\S+\.\S+/.test(href.trim())

  function submit() {
    setAsked(true)
    if (!addressFits || title.trim() === '') return
    keepBlock(editor, at, 'video', { href: href.trim(), title, poster: poster ?? '', transcript: transcript ?? '' })
    onClose()
  }

  return (
    <FormDialog title="Video" act={at === null ? 'Put it in' : 'Change it'} onAct={submit} onClose={onClose}>
      <TextField
        label="Web address of the video"
        autoFocus
        value={href}
        onChange={setHref}
        trouble={asked && !addressFits ? 'Write the whole address, beginning with https://' : null}
      />
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        help="What it is about. Families read “Watch:” before it."
        trouble={asked && title.trim() === '' ? 'Write what the video is about.' : null}
      />
      <ComboField
        label="Page with the same in words"
        value={transcript}
        onChange={setTranscript}
        options={rows.filter(row => row.kind === 'page').map(row => ({ value: `page:${row.id}`, label: row.title }))}
        help="For those who cannot hear or see it. May be empty if the video has captions and says all that it shows."
      />
      <ComboField
        label="Picture"
        value={poster}
        onChange={setPoster}
        options={media
          .filter(item => item.picture)
          .map(item => ({ value: item.path, label: item.name, help: item.alt }))}
        help="May be empty."
      />
    </FormDialog>
  )
}
