import { Mark } from '@tiptap/core'
import { markedAs } from './marked-as.ts'

export const code = Mark.create({ ...markedAs('code', () => ['code', { spellcheck: 'false' }]), exitable: true })
