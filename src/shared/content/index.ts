/** The content folder's one door. */

export * from './accessibility-facts.ts'
export { blockNamed, blocks, parts } from './blocks/index.ts'
export type {
  BlockDefinition,
  HtmlContext,
  InlineDefinition,
  MarkDefinition,
  MarkSpec,
  MediaFacts,
  NodeSpec,
  PartDefinition,
  ServiceFacts,
} from './definition.ts'
export * from './fields.ts'
export { derivedId } from './files/derived-id.ts'
export { editYaml, type FieldChange } from './files/edit-yaml.ts'
export * from './files/entry.ts'
export { type SplitText, splitText } from './files/front-matter.ts'
export * from './files/records.ts'
export { type UnreadSetting, unreadSettingSchema, unreadSettings } from './files/unread-settings.ts'
export * from './files/write-entry.ts'
export { plainOf, type ReadYaml, readYaml } from './files/yaml.ts'
export * from './headings.ts'
export * from './html/doc-to-html.ts'
export * from './html/html-to-doc.ts'
export { sizeInWords } from './html/picture.ts'
export { hrefOf } from './html/safe-link.ts'
export * from './ids.ts'
export { inlineNamed, inlines } from './inlines/index.ts'
export * from './markdown/parse.ts'
export { bodyParts, wouldJoin } from './markdown/parts.ts'
export { inOrder, markNamed, marks, sameMark, sameMarks } from './marks/index.ts'
export * from './model.ts'
export { monthNames } from './months.ts'
export { ownWord } from './own-words.ts'
export * from './page.ts'
export * from './place.ts'
export * from './positions.ts'
export * from './references.ts'
export { areSame, isSame } from './same.ts'
export * from './samples.ts'
export * from './site-config.ts'
export * from './site-front.ts'
export * from './text.ts'
