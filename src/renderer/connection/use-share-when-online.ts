import { useEffect } from 'react'
import { api } from './api.ts'
import { settled } from './use-request.ts'

/** The window is told by the system when a network comes back; what waits to be shared then need not wait for its turn. */
export function useShareWhenOnline(): void {
  useEffect(() => {
    const back = () => void settled(() => api.sync.online())
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [])
}
