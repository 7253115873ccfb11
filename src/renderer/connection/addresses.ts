/** Where the shell answers for a file of the workspace's `media/`; the same origin in both shells. */
export function mediaAddress(name: string): string {
  return `/media/${encodeURIComponent(name)}`
}
