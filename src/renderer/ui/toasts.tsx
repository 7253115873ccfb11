import { X } from 'lucide-react'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { Button, IconButton } from './button.tsx'
import { Notice, type NoticeTone } from './notice.tsx'
import { makeRoom } from './room-for-notices.ts'
import './toasts.css'

interface Said {
  sentence: string
  nextStep?: string
  tone: NoticeTone
  actions?: readonly Action[]
}

interface Action {
  label: string
  run: () => void
}

const queue = new ToastQueue<Said>({ maxVisibleToasts: 3 })
/**
 * Long enough to read twice, and longer where there is something to press, which can always be done elsewhere too. A
 * stop stays until somebody closes it; nothing goes while the pointer or the focus is on it (WCAG 2.2 SC 2.2.1).
 */
const goodFor = { words: 9_000, action: 20_000 }

/** Says at the foot of the window what was done, with the way back where there is one. Answers that fit in the row belong in the row. */
export function say(sentence: string, tone: NoticeTone = 'good', action?: Action): void {
  const timeout = action === undefined ? goodFor.words : goodFor.action
  queue.add({ sentence, tone, ...(action && { actions: [action] }) }, tone === 'stop' ? {} : { timeout })
}

/** Says what has to be seen once, such as what was recovered: it stays until somebody closes it. Answers how to take it away. */
export function sayUntilClosed(
  sentence: string,
  tone: NoticeTone,
  { onClose, ...more }: Pick<Said, 'nextStep' | 'actions'> & { onClose?: () => void } = {},
): () => void {
  const key = queue.add({ sentence, tone, ...more }, onClose && { onClose })
  return () => queue.close(key)
}

/** Says a refusal where nothing on screen is its natural place; answers whether it was one. */
export function sayRefusal(answer: unknown): answer is Refusal {
  if (!isRefusal(answer)) return false
  queue.add({ sentence: answer.sentence, nextStep: answer.nextStep, tone: 'stop' })
  return true
}

export function Toasts() {
  return (
    <ToastRegion queue={queue} ref={makeRoom} className="toasts" aria-label="What just happened">
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <ToastContent className="toast-words">
            <Notice tone={toast.content.tone}>
              <Text slot="title" elementType="p">
                {toast.content.sentence}
              </Text>
              {toast.content.nextStep && (
                <Text slot="description" elementType="p" className="soft">
                  {toast.content.nextStep}
                </Text>
              )}
            </Notice>
          </ToastContent>
          {toast.content.actions?.map(({ label, run }) => (
            <Button
              key={label}
              size="small"
              kind="bare"
              onPress={() => {
                run()
                queue.close(toast.key)
              }}
            >
              {label}
            </Button>
          ))}
          <IconButton slot="close" label="Close" icon={X} size="small" />
        </Toast>
      )}
    </ToastRegion>
  )
}
