import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { List, ListItem as MdastListItem } from 'mdast'
import type { FromHtml, FromMarkdown, PartDefinition, Raw, Repair, ToHtml, ToMarkdown } from '../../definition.ts'
import type { Block, ListItem } from '../../model.ts'

/** What the two kinds of list have in common. An item holds any blocks: Markdown allows it, so the model does. */
export const listItem: PartDefinition = {
  name: 'listItem',
  label: 'Item of a list',
  spec: { content: 'block+', defining: true },
}

export function itemsFromMarkdown(list: List, ctx: FromMarkdown): ListItem[] {
  return list.children.map(item => ctx.keep({ type: 'listItem', content: ctx.blocks(item.children) }, item))
}

export function itemsToMarkdown(items: readonly ListItem[], ctx: ToMarkdown): MdastListItem[] {
  const spread = !isTight(items)
  return items.map(item => ({
    type: 'listItem',
    spread,
    children: ctx.blocks(item.content) as MdastListItem['children'],
  }))
}

/** A list of short items, with lists under them at most, is written without blank lines between. */
export function isTight(items: readonly ListItem[]): boolean {
  return items.every(({ content: [first, second, ...rest] }) => {
    if (!first || rest.length) return false
    return (
      isLine(first) &&
      (!second || ((second.type === 'bulletList' || second.type === 'orderedList') && isTight(second.content)))
    )
  })
}

function isLine(block: Block): boolean {
  return block.type === 'paragraph'
}

export function itemsToHtml(items: readonly ListItem[], ctx: ToHtml): Element[] {
  const tight = isTight(items)
  return items.map(item =>
    h('li', ctx.placeOf(item), tight ? item.content.flatMap(block => bare(block, ctx)) : ctx.blocks(item.content)),
  )
}

function bare(block: Block, ctx: ToHtml): ElementContent[] {
  return block.type === 'paragraph' ? ctx.words(block.content) : ctx.blocks([block])
}

export function itemsFromHtml(list: Element, ctx: FromHtml): ListItem[] {
  const items: ListItem[] = []
  for (const child of list.children) {
    if (child.type === 'element' && child.tagName === 'li') {
      items.push({ type: 'listItem', content: ctx.blocks(child.children) })
      continue
    }
    const stray = ctx.blocks([child])
    const last = items.at(-1)
    // Word and old editors put a list inside a list, beside its items: it belongs to the item before it.
    if (stray.length && last) last.content.push(...stray)
    else if (stray.length) items.push({ type: 'listItem', content: stray })
  }
  return items
}

export function repairItems(raw: Raw, ctx: Repair): ListItem[] {
  return raw.content.map(child =>
    child.type === 'listItem'
      ? ctx.keep({ type: 'listItem', content: ctx.blocks(child.content, 1) }, child)
      : { type: 'listItem', content: ctx.blocks([child], 1) },
  )
}
