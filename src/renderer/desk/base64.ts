/** How many bytes are turned at once: a call takes only so many arguments. */
const slice = 0x8000

/** Bytes as base64, as `media.add` takes them. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += slice) {
    text += String.fromCharCode(...bytes.subarray(start, start + slice))
  }
  return btoa(text)
}
