import { bold } from './bold.ts'
import { code } from './code.ts'
import { italic } from './italic.ts'
import { lang } from './lang.ts'
import { link } from './link.ts'

export const markExtensions = [link, lang, bold, italic, code]
