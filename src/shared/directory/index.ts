/** What can be known of the services of a directory from the words that the team writes about them. */
export { readCost } from './cost.ts'
export { type Choice, type FacetName, facets } from './facets.ts'
export { type CheckedField, fieldTroubles } from './field-trouble.ts'
export { type Directory, directoryOf, type Group, groupsBy, type Listed, listServices } from './listing.ts'
export { districtOf, districts, isWholePostcode } from './places.ts'
export { type ServiceRow, type ServiceSheet, servicesFromRows } from './sheet/read.ts'
export { servicesAsCsv } from './sheet/write.ts'
export { readWhen, type Session } from './when.ts'
