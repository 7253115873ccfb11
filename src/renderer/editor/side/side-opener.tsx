import { ListChecks } from 'lucide-react'
import { useValue } from '../../state/value-store.ts'
import { Button } from '../../ui/button.tsx'
import type { PageProblems } from '../checks/page-problems.ts'
import { shortWords } from '../checks/severity-words.ts'

/** Where what is beside a text does not fit beside it: how many problems there are stays in sight, and opens them over the text. */
export function SideOpener({ problems, onOpen }: { problems: PageProblems; onOpen: () => void }) {
  const { items } = useValue(problems.list)
  return (
    <div className="side-opener">
      <Button size="small" icon={ListChecks} aria-haspopup="dialog" onPress={onOpen}>
        {shortWords(items)}
      </Button>
    </div>
  )
}
