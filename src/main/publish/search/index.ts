export { type GrowingSearch, growingSearch } from './growing-search.ts'
export { lastDaysFile } from './last-days.ts'
export type { SearchTree } from './search-tree.ts'
export { type Searched, searchedIn } from './searched.ts'
