import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import type { Sentence } from './quotes.ts'

interface SentencePickerProps {
  /** Null while nobody is choosing. */
  sentences: readonly Sentence[] | null
  onPick: (sentence: Sentence) => void
  onClose: () => void
}

/** Choosing words without a mouse: every sentence of the page in a list, found by typing a part of it. */
export function SentencePicker({ sentences, onPick, onClose }: SentencePickerProps) {
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <DialogBox isOpen={sentences !== null} onClose={onClose} title="Which words is it about?">
      <p className="soft">
        Choose a sentence here, or close this, mark any words in the page and press “Comment on chosen words” again.
      </p>
      <Autocomplete filter={contains}>
        <SearchField className="field" autoFocus>
          <Label className="field-label">Find words on the page</Label>
          <Input className="field-input" />
        </SearchField>
        <ScrollBox label="Sentences">
          <ListBox
            className="menu"
            aria-label="Sentences of the page"
            selectionMode="none"
            onAction={key => {
              const sentence = sentences?.[Number(key)]
              if (sentence) onPick(sentence)
            }}
            renderEmptyState={() => <p className="menu-empty soft">These words are not on the page.</p>}
          >
            {(sentences ?? []).map(({ words, start }, index) => (
              <ListBoxItem key={start} id={index} textValue={words} className="menu-item">
                {words}
              </ListBoxItem>
            ))}
          </ListBox>
        </ScrollBox>
      </Autocomplete>
      <DialogActions>
        <Button onPress={onClose}>Close</Button>
      </DialogActions>
    </DialogBox>
  )
}
