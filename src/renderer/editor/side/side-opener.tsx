import { ListChecks } from 'lucide-react'
import { useValue } from '../../state/value-store.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../words/counts.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import { apart } from '../checks/prompts.ts'

/** Where what is beside a text does not fit beside it: how many problems there are stays in sight, and opens them over the text. */
export function SideOpener({ problems, onOpen }: { problems: PageProblems; onOpen: () => void }) {
  const { items } = useValue(problems.list)
  const { prompts, problems: found } = apart(items)
  return (
    <div className="side-opener">
      <Button size="small" icon={ListChecks} aria-haspopup="dialog" onPress={onOpen}>
        {prompts.length > 0 && `${count(prompts.length, 'prompt')}, `}
        {found.length === 0 ? 'No problems' : count(found.length, 'problem')}
      </Button>
    </div>
  )
}
