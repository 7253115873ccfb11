import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { moved, replacedAt, without } from './lists.ts'

/** One of a list: what it says now, where it stands (from 0), and how its fields change it. */
interface Edited<Item> {
  item: Item
  index: number
  change: (item: Item) => void
}

interface EditableListProps<Item> {
  items: readonly Item[]
  onChange: (items: Item[]) => void
  /** The fields of one item. */
  children: (edited: Edited<Item>) => ReactNode
  /** What can be added, a button each; more than one item where they come together. */
  adding: readonly { label: string; items: readonly NoInfer<Item>[] }[]
  /** By which somebody is led to where one is added. */
  name?: string
  /** What the button says that takes one away; without it, none can be. */
  takeAway?: (item: Item) => string
  /** What one is called where it is moved up or down; without it, their order says nothing. */
  moving?: (item: Item) => string
}

/** What was done last, to which the focus goes along. */
type Done = { kind: 'added' | 'taken'; at: number } | { kind: 'moved'; at: number; step: 1 | -1 }

/** A list whose items are written in their places, added, taken away and, where their order counts, moved. */
export function EditableList<Item>({
  items,
  onChange,
  children,
  name,
  adding,
  takeAway,
  moving,
}: EditableListProps<Item>) {
  const [done, setDone] = useState<Done | null>(null)
  // What was half typed stays with its item when others go or move. All are new where they come from elsewhere.
  const [keys, setKeys] = useState(() => items.map(newKey))
  if (keys.length !== items.length) setKeys(items.map(newKey))
  const list = useRef<HTMLOListElement & HTMLUListElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const List = moving ? 'ol' : 'ul'

  useEffect(() => {
    if (done !== null && list.current)
      (focusAfter(done, list.current) ?? foot.current?.querySelector('button'))?.focus()
  }, [done])

  function add(blank: readonly Item[]) {
    setDone({ kind: 'added', at: items.length })
    setKeys([...keys, ...blank.map(newKey)])
    onChange([...items, ...blank])
  }

  function take(index: number) {
    setDone({ kind: 'taken', at: Math.min(index, items.length - 2) })
    setKeys(without(keys, index))
    onChange(without(items, index))
  }

  function move(index: number, step: 1 | -1) {
    setDone({ kind: 'moved', at: index + step, step })
    setKeys(moved(keys, index, step))
    onChange(moved(items, index, step))
  }

  return (
    <>
      <List ref={list} className="settings-list">
        {items.map((item, index) => (
          <li key={keys[index]} className="settings-line">
            {children({ item, index, change: next => onChange(replacedAt(items, index, next)) })}
            <span className="settings-move">
              {moving && (
                <>
                  <IconButton
                    label={`Move ${moving(item)} up`}
                    icon={ArrowUp}
                    isDisabled={index === 0}
                    onPress={() => move(index, -1)}
                  />
                  <IconButton
                    label={`Move ${moving(item)} down`}
                    icon={ArrowDown}
                    isDisabled={index === items.length - 1}
                    onPress={() => move(index, 1)}
                  />
                </>
              )}
              {takeAway && <IconButton label={takeAway(item)} icon={X} onPress={() => take(index)} />}
            </span>
          </li>
        ))}
      </List>
      {adding.length > 0 && (
        <div className="sheet-foot" ref={foot} data-field={name}>
          {adding.map(({ label, items: blank }) => (
            <Button key={label} icon={Plus} onPress={() => add(blank)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

function newKey(): string {
  return crypto.randomUUID()
}

/**
 * Whoever adds one goes on typing in it; whoever takes one away is at what stands in its place, and not at its button, for
 * a second press would take that too; whoever moves one can press again, and has the way back at the end of the list.
 */
function focusAfter(done: Done, list: HTMLElement): HTMLElement | undefined {
  const line = list.children[done.at]
  if (line === undefined) return undefined
  if (done.kind !== 'moved') return line.querySelector<HTMLElement>('input, textarea') ?? undefined
  const [up, down] = line.querySelectorAll<HTMLButtonElement>('.settings-move button')
  return [done.step === -1 ? up : down, up, down].find(button => button?.disabled === false)
}
