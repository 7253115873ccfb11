import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { slugFrom } from '../desk/address.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { ConfigPart } from './config-part.ts'
import { moved, replacedAt } from './lists.ts'

/** The branches of the site's navigation, in their order. A section that has pages keeps its address. */
export function SectionFields({ config, onChange }: ConfigPart) {
  const { sections } = config
  const [added, setAdded] = useState<number | null>(null)
  const [went, setWent] = useState<{ to: number; step: 1 | -1 } | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const set = (next: typeof sections) => onChange({ sections: next })
  const move = (index: number, step: 1 | -1) => {
    setWent({ to: index + step, step })
    set(moved(sections, index, step))
  }

  // The focus goes along with the section, so that pressing again moves the same one on; at the end, the way back has it.
  useEffect(() => {
    if (went === null) return
    const buttons = [
      ...(list.current?.children[went.to]?.querySelectorAll<HTMLButtonElement>('.settings-move button') ?? []),
    ]
    const inOrder = went.step === -1 ? buttons : buttons.reverse()
    inOrder.find(button => !button.disabled)?.focus()
  }, [went])

  return (
    <Sheet title="Sections" note="in the order of the site">
      <ol ref={list} className="settings-list">
        {sections.map((section, index) => (
          <li key={index} className="settings-line">
            <TextField
              label={`Title of section ${index + 1}`}
              autoFocus={index === added}
              value={section.title}
              onChange={title =>
                set(
                  replacedAt(sections, index, {
                    ...section,
                    title,
                    slug: section.slug === slugFrom(section.title) ? slugFrom(title) : section.slug,
                  }),
                )
              }
            />
            <TextField
              label="What it is about"
              value={section.summary}
              onChange={summary => set(replacedAt(sections, index, { ...section, summary }))}
            />
            <span className="settings-move">
              <IconButton
                label={`Move ${section.title} up`}
                icon={ArrowUp}
                isDisabled={index === 0}
                onPress={() => move(index, -1)}
              />
              <IconButton
                label={`Move ${section.title} down`}
                icon={ArrowDown}
                isDisabled={index === sections.length - 1}
                onPress={() => move(index, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <div className="sheet-foot">
        <Button
          icon={Plus}
          onPress={() => {
            setAdded(sections.length)
            set([...sections, { slug: '', title: '', summary: '' }])
          }}
        >
          Add a section
        </Button>
      </div>
    </Sheet>
  )
}
