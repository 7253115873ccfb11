/** As colleagues call each other in the sentences of the history. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}
