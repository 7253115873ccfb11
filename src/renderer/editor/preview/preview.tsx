import type { Editor } from '@tiptap/react'
import { Monitor, Smartphone, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Dialog, Modal, ModalOverlay, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useMediaQuery } from '../../state/use-media-query.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PageSession } from '../session/page-session.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { type PreviewWidth, previewWidths } from './preview-widths.ts'
import { RenderedPanel } from './rendered-panel.tsx'
import { usePreview } from './use-preview.ts'
import { useRendered } from './use-rendered.ts'
import './preview.css'

/** Beside the text there is room for a telephone only in a window this wide. */
export const roomBeside = '(min-width: 1120px)'

interface PreviewProps {
  editor: Editor
  session: PageSession
  /** Null for the instant before the checks start. */
  problems: PageProblems | null
  width: PreviewWidth
  onWidth: (width: PreviewWidth) => void
  onClose: () => void
}

/**
 * The page as families will see it, made by the site's own renderer and renewed while somebody types: a telephone beside
 * the text, a desktop over the whole window.
 */
export function Preview(props: PreviewProps) {
  const beside = useMediaQuery(roomBeside) && props.width === 'phone'
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
  const { editor, session, problems, width, onWidth, onClose, toWords, heading } = props
  const { url, refusal } = usePreview(editor, session)
  const { look, shown } = useRendered()
  return (
    <>
      <div className="preview-top">
        {heading ?? <h2>Preview</h2>}
        <ToggleButtonGroup
          aria-label="Width"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[width]}
          onSelectionChange={keys => {
            const [key] = [...keys]
            onWidth(key === 'desktop' ? 'desktop' : 'phone')
          }}
          className="preview-widths"
        >
          <ToggleButton id="phone" className="button button-small preview-width">
            <Smartphone aria-hidden="true" /> Phone
          </ToggleButton>
          <ToggleButton id="desktop" className="button button-small preview-width">
            <Monitor aria-hidden="true" /> Desktop
          </ToggleButton>
        </ToggleButtonGroup>
        <Button size="small" kind="bare" icon={X} about="the preview" autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
      {url !== null && problems !== null && (
        <RenderedPanel editor={editor} problems={problems} look={look} toWords={toWords} />
      )}
      {url !== null && <PreviewFrame url={url} width={previewWidths[width]} onClose={onClose} onShown={shown} />}
    </>
  )
}
