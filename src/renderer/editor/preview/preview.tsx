import type { Editor } from '@tiptap/react'
import { Contrast, Monitor, Smartphone, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Dialog, Modal, ModalOverlay, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useMediaQuery } from '../../state/use-media-query.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PageSession } from '../session/page-session.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { isPreviewView, type PreviewLook, type PreviewView, previewViews } from './preview-views.ts'
import { RenderedPanel } from './rendered-panel.tsx'
import { usePreview } from './use-preview.ts'
import { useRendered } from './use-rendered.ts'
import './preview.css'

/** Beside the text there is room for a telephone only in a window this wide. */
const roomBeside = '(min-width: 1120px)'

interface PreviewProps {
  editor: Editor
  session: PageSession
  /** Null for the instant before the checks start. */
  problems: PageProblems | null
  look: PreviewLook
  onLook: (look: PreviewLook) => void
  onClose: () => void
}

/**
 * The page as families will see it, made by the site's own renderer and renewed while somebody types: a telephone beside
 * the text, a desktop and whoever zooms in over the whole window.
 */
export function Preview(props: PreviewProps) {
  const beside = useMediaQuery(roomBeside) && props.look.view === 'phone'
  if (beside) return <PreviewBeside {...props} />
  return (
    <ModalOverlay
      className="veil preview-veil"
      isOpen
      onOpenChange={open => {
        if (!open) props.onClose()
      }}
    >
      <Modal className="preview-window">
        <Dialog className="preview-dialog" aria-label="Preview">
          <PreviewBody {...props} toWords={show => underneath(props, show)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PreviewBeside(props: PreviewProps) {
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const { onClose } = props
  // What it stands above may be scrolled, and whoever opens it by keys has to see where the focus went (WCAG 2.2 SC 2.4.7).
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('.veil') === null) onClose()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onClose])
  return (
    <section ref={section} className="preview-beside" aria-labelledby={id}>
      <PreviewBody {...props} toWords={show => show()} heading={<h2 id={id}>Preview</h2>} />
    </section>
  )
}

/** The words are beneath the preview: it closes, the focus goes where it came from, and then to them. */
function underneath({ onClose }: PreviewProps, show: () => void): void {
  onClose()
  requestAnimationFrame(show)
}

interface PreviewBodyProps extends PreviewProps {
  toWords: (show: () => void) => void
  heading?: ReactNode
}

function PreviewBody(props: PreviewBodyProps) {
  const { editor, session, problems, look, onLook, onClose, toWords, heading } = props
  const { url, refusal } = usePreview(editor, session)
  const rendered = useRendered()
  return (
    <>
      <div className="preview-top">
        {heading ?? <h2>Preview</h2>}
        <ViewButtons look={look} onLook={onLook} />
        <ToggleButton
          isSelected={look.contrast}
          onChange={contrast => onLook({ ...look, contrast })}
          className="button button-small preview-contrast"
        >
          <Contrast aria-hidden="true" /> High contrast
        </ToggleButton>
        <Button size="small" kind="bare" icon={X} about="the preview" autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
      {look.contrast && (
        <p className="soft">
          As near as a preview can show it: with high contrast each reader’s own system chooses the colours.
        </p>
      )}
      <RefusalNotice refusal={refusal} />
      {url !== null && problems !== null && (
        <RenderedPanel editor={editor} problems={problems} look={rendered.look} toWords={toWords} />
      )}
      {url !== null && (
        <PreviewFrame
          url={url}
          screen={previewViews[look.view]}
          contrast={look.contrast}
          onClose={onClose}
          onShown={rendered.shown}
        />
      )}
    </>
  )
}

/** What zooms in is said by its number alone: beside the text there is room for no more. */
const viewNames = {
  phone: <Smartphone aria-hidden="true" />,
  desktop: <Monitor aria-hidden="true" />,
  'zoom-200': <span className="unseen">Zoom</span>,
  'zoom-400': <span className="unseen">Zoom</span>,
} as const

function ViewButtons({ look, onLook }: Pick<PreviewProps, 'look' | 'onLook'>) {
  return (
    <ToggleButtonGroup
      aria-label="Screen"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[look.view]}
      onSelectionChange={keys => {
        const [view] = [...keys]
        if (isPreviewView(view)) onLook({ ...look, view })
      }}
      className="preview-views"
    >
      {(Object.keys(previewViews) as PreviewView[]).map(view => (
        <ToggleButton key={view} id={view} className="button button-small preview-view">
          {viewNames[view]} {previewViews[view].label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
