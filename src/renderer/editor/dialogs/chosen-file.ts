import { useEffect, useState } from 'react'
import { fileMark } from '../../desk/file-mark.ts'

/** A file of this laptop, and by which what is typed about it is kept; see `fileMark`. */
export interface ChosenFile {
  kind: 'file'
  file: File
  mark: string
}

export async function chosenFile(file: File): Promise<ChosenFile> {
  return { kind: 'file', file, mark: await fileMark(file) }
}

/** Another file has another one, whatever it is called. */
export function keyOf(chosen: ChosenFile | { kind: 'library'; src: string }): string {
  return chosen.kind === 'file' ? chosen.mark : chosen.src
}

/** What a dialog is about; a file that was pasted or dropped is looked at (`isLooking`) before anything is shown. */
export function useChosen<T>(file: File | undefined, otherwise: () => T | null) {
  const [chosen, setChosen] = useState<T | ChosenFile | null>(() => (file === undefined ? otherwise() : null))
  const [pasted, setPasted] = useState(file)
  useEffect(() => {
    if (pasted === undefined) return
    void chosenFile(pasted).then(found => {
      setChosen(found)
      setPasted(undefined)
    })
  }, [pasted])
  return { chosen, setChosen, isLooking: pasted !== undefined }
}
