import type { PageRow } from '../../shared/contract/index.ts'

/** A page in a sentence, by its title. */
export const quotedTitle = ({ title }: Pick<PageRow, 'title'>) => `“${title || 'Without a title'}”`
