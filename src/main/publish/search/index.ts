export { type GrowingSearch, growingSearch, type KnownSearch } from './growing-search.ts'
export { lastDaysFile } from './last-days.ts'
export type { SearchTree } from './search-tree.ts'
export { type PageInIndex, type Searched, searchedIn } from './searched.ts'
