import type { PageId } from '../../../shared/content/index.ts'
import type { SecondNet } from './draft-journal.ts'

/**
 * The second net: unsent typing in this browser's own database, one record a page. It holds something only while the
 * main process cannot be reached, and is emptied as soon as the words are on disk.
 */

const databaseName = 'signpost-unsent'
const storeName = 'drafts'

export interface SecondNetWithMemory extends SecondNet {
  /** What was left there by a window that could not send it, if anything. */
  take(id: PageId): Promise<unknown>
}

export function indexedDbNet(workspace: string): SecondNetWithMemory {
  const key = (id: PageId) => `${workspace}\n${id}`
  return {
    put: draft => withStore('readwrite', store => store.put(draft, key(draft.id))).then(() => undefined),
    clear: id => withStore('readwrite', store => store.delete(key(id))).then(() => undefined),
    take: id => withStore('readonly', store => store.get(key(id))),
  }
}

async function withStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
