/** Looking at web pages elsewhere, politely: the only folder that asks servers which nobody here chose. */
export { type Look, lookAtLink } from './look-at-link.ts'
export { lookAtLinks, type RoundOptions } from './look-at-links.ts'
export { isPublic, publicInternet, type Reach } from './reach.ts'
export { afterLook, holdsFor, isBroken, type LinkKnown, type LinksKnown, linksKnownSchema } from './remembered-links.ts'
