import { useEffect } from 'react'
import { api } from './api.ts'
import { settled } from './use-request.ts'

/** What some browsers tell of the network; none of it is in every one of them. */
interface Connection extends EventTarget {
  saveData?: boolean
  type?: string
}

/** Tells whether the network is there and costs nothing by the byte: only then are links out looked at by themselves. */
export function useTellNetwork(): void {
  useEffect(() => {
    const connection = connectionOf(navigator)
    const tell = () => {
      const saves = connection?.saveData === true || connection?.type === 'cellular'
      void settled(() => api.site.network({ free: navigator.onLine && !saves }))
    }
    tell()
    connection?.addEventListener('change', tell)
    window.addEventListener('online', tell)
    window.addEventListener('offline', tell)
    return () => {
      connection?.removeEventListener('change', tell)
      window.removeEventListener('online', tell)
      window.removeEventListener('offline', tell)
    }
  }, [])
}

function connectionOf(browser: Navigator): Connection | null {
  const found = 'connection' in browser ? browser.connection : null
  return found instanceof EventTarget ? found : null
}
