import type { Hello } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { settled } from '../connection/use-request.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { sayRefusal } from '../ui/toasts.tsx'

interface FolderFieldProps {
  hello: Hello
  /** Empty for the usual place. */
  folder: string
  onChange: (folder: string) => void
}

/** Where the workspace is kept. The usual place is right for nearly everybody, so this is one quiet line until asked. */
export function FolderField({ hello, folder, onChange }: FolderFieldProps) {
  async function choose() {
    const answer = await settled(() => api.start.chooseFolder())
    if (!sayRefusal(answer) && answer.folder !== null) onChange(answer.folder)
  }
  return (
    <details className="start-where">
      <summary>Where it is kept</summary>
      <div className="start-where-body">
        <p className="soft">
          Usually in <span className="start-folder">{hello.folder}</span>. A folder in OneDrive or another synced place
          cannot hold a workspace.
        </p>
        {hello.canChooseFolder ? (
          <>
            {folder !== '' && <p className="start-folder">{folder}</p>}
            <Button size="small" onPress={() => void choose()}>
              Choose another folder…
            </Button>
          </>
        ) : (
          <TextField
            label="Another folder"
            value={folder}
            onChange={onChange}
            help="Leave this empty for the usual place."
          />
        )}
      </div>
    </details>
  )
}
