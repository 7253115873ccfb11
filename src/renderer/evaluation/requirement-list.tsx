import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { Chip } from '../ui/chip.tsx'
import type { WorkingSection } from './narrow-items.ts'
import { judgedWords } from './words.ts'

interface RequirementListProps {
  sections: readonly WorkingSection[]
  chosen: string
  isFixed: boolean
  onChoose: (requirement: string) => void
}

/** All requirements, one line each; arrows go from one to the next. */
export function RequirementList({ sections, chosen, isFixed, onChoose }: RequirementListProps) {
  return (
    <>
      <ListBox
        aria-label="Requirements"
        className="evaluation-lines"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={keys => {
          const [first] = keys === 'all' ? [] : keys
          if (first !== undefined) onChoose(String(first))
        }}
      >
        {sections.map(({ id, title, items }) => (
          <ListBoxSection key={id} id={`strand ${id}`} className="evaluation-strand">
            <Header>{title}</Header>
            {items.map(({ asked, item }) => {
              const { word, tone } = judgedWords(item.judgement)
              const differs = item.differs.length > 0
              return (
                <ListBoxItem
                  key={asked.id}
                  id={asked.id}
                  textValue={`${asked.id} ${asked.text} ${word}${differs ? ', you differ' : ''}`}
                  className="evaluation-line"
                >
                  <span className="evaluation-line-words">
                    <span className="soft">{asked.id}</span> {asked.text}
                  </span>
                  <Chip tone={tone}>{differs ? `${word}, you differ` : word}</Chip>
                </ListBoxItem>
              )
            })}
          </ListBoxSection>
        ))}
      </ListBox>
      {!isFixed && (
        <p className="evaluation-keys soft">
          In the list: <kbd>Y</kbd> yes, <kbd>L</kbd> limited, <kbd>N</kbd> no, <kbd>Delete</kbd> takes it back.
        </p>
      )}
    </>
  )
}
