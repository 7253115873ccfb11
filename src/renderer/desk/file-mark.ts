import { base64Of } from './base64.ts'

/**
 * By which a file is known when it is chosen or pasted again, and another of the same name (“image.png” is what every pasted
 * picture is called) is not: its name with a SHA-256 of its bytes, or with its size and day where they cannot be read.
 */
export async function fileMark(file: File): Promise<string> {
  try {
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return `${file.name} ${base64Of(new Uint8Array(hash))}`
  } catch {
    return `${file.name} ${file.size} ${file.lastModified}`
  }
}
