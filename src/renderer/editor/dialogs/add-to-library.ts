import type { MediaItem } from '../../connection/answers.ts'
import { api } from '../../connection/api.ts'
import { type Request, useRequest } from '../../connection/use-request.ts'
import { base64Of } from '../../desk/base64.ts'
import type { MediaWords } from '../../desk/media-words.tsx'

/** Puts a file of this computer into the library; the main process looks at its bytes for what it really is. */
export function useAddToLibrary(): {
  add(file: File, words: MediaWords): Promise<MediaItem | null>
  request: Pick<Request<never, unknown>, 'busy' | 'refusal' | 'clear'>
} {
  const request = useRequest(api.media.add)
  return {
    async add(file, words) {
      const data = base64Of(new Uint8Array(await file.arrayBuffer()))
      const added = await request.run({ name: file.name, data, ...words })
      return added?.item ?? null
    },
    request,
  }
}
