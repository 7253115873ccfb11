import { useValue, type ValueStore } from '../../state/value-store.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { count } from '../../words/counts.ts'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import { nextPrompt } from '../checks/prompts.ts'

interface PromptsCardProps {
  prompts: readonly PlacedProblem[]
  /** The problem that was gone to last. */
  here: ValueStore<string | null>
  onShow: (placed: PlacedProblem) => void
}

/** How much of a template is still to be filled in, in one line, and the way to the next. */
export function PromptsCard({ prompts, here: store, onShow }: PromptsCardProps) {
  const here = useValue(store)
  const next = nextPrompt(prompts, here)
  if (next === null) return null
  const isWalking = prompts.some(({ id }) => id === here)
  return (
    <div className="card prompts-card">
      <Chip tone="accent">To fill in</Chip>
      <p className="problem-message">
        {count(prompts.length, 'prompt')} {prompts.length === 1 ? 'is' : 'are'} left.
      </p>
      <p className="soft">
        Write over the words in square brackets, or delete them. The page can be published after that.
      </p>
      <div className="actions">
        <Button size="small" onPress={() => onShow(next)}>
          {isWalking && prompts.length > 1 ? 'Go to the next prompt' : 'Go to the prompt'}
        </Button>
      </div>
    </div>
  )
}
