import { remembered } from '../remembered.ts'
import { isEnglish } from './english.ts'

/** Whether most words of a text that are no names are English ones. Too few words to tell are. */
export const seemsEnglish: (text: string) => boolean = remembered(text => {
  const words = text.match(/(?<![\p{L}\p{M}’'@./-])\p{Ll}[\p{Ll}\p{M}’']+(?![\p{L}@])/gu) ?? []
  const known = words.filter(isEnglish).length
  return words.length < 3 || known * 2 >= words.length
})
