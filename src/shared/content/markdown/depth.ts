import type { Nodes } from 'mdast'

/**
 * How deeply a text is nested. Reading takes time with the square of it and more, and nothing that a person writes comes
 * near these bounds; a text beyond them is read as plain paragraphs: every word, no shape.
 */

const mostDepth = 80
const mostFences = 30
const mostSigns = 1500
const mostTickLengths = 50

/** Seen in one pass over the lines, before anything is read. */
export function looksTooDeep(text: string): boolean {
  return (
    tooManyMarks.test(text) ||
    tooFarIn.test(text) ||
    fencesIn(text) > mostFences ||
    hasTooManySigns(text) ||
    tickLengthsIn(text) > mostTickLengths
  )
}

/** Code ends only at as many backticks as it began with, so each length may be looked for through all of the rest. */
function tickLengthsIn(text: string): number {
  return new Set(text.match(/`+/g)?.map(ticks => ticks.length)).size
}

/** Stars, underscores and brackets in one paragraph, each of which may start something that ends at any other. */
function hasTooManySigns(text: string): boolean {
  const isTooMany = (part: string) => part.length > mostSigns && (part.match(/[*_[]/g)?.length ?? 0) > mostSigns
  return isTooMany(text) && text.split(/\n[\t ]*\n/).some(isTooMany)
}

/** Quotes and list items that start on one line, inside one another. */
const tooManyMarks = /^(?:[\t ]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[\t ]))){81}/m

/** A list item fifty steps to the right. */
const tooFarIn = /^(?:\t| {4}){50,} *(?:[-+*]|\d{1,9}[.)])[\t ]/m

/** The most directives that are open at once. A fence closes the outermost one that is no longer than itself. */
function fencesIn(text: string): number {
  const open: number[] = []
  let most = 0
  for (const [, fence = '', name] of text.matchAll(/^[\t >]*(:{3,})([A-Za-z]|[\t ]*$)/gm)) {
    if (name && /[A-Za-z]/.test(name)) {
      open.push(fence.length)
      most = Math.max(most, open.length)
    } else {
      const closed = open.findIndex(length => length <= fence.length)
      if (closed >= 0) open.length = closed
    }
  }
  return most
}

/** Without recursion: a text of ten thousand quotations is text too. */
export function isTooDeep(root: Nodes): boolean {
  let level: Nodes[] = [root]
  let depth = 0
  while (level.length) {
    depth += 1
    level = level.flatMap(node => ('children' in node ? node.children : []))
  }
  return depth > mostDepth
}
