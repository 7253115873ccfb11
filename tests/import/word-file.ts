import { crc32 } from 'node:zlib'

/** A small real .docx, made here part by part: what Word writes, without what no test needs. */

export interface WordParagraph {
  text: string
  /** The name of its style, as Word's list of styles shows it. */
  style?: 'Title' | 'heading 1' | 'heading 2'
  bold?: boolean
  link?: string
  /** A picture before the words, with this text alternative. */
  picture?: string
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A table is rows of cells; its first row is marked as a header where `header` says so. */
export interface WordTable {
  rows: string[][]
  header: boolean
}

export function wordFile(content: readonly (WordParagraph | WordTable)[]): Uint8Array {
  const links = content.flatMap(part => ('link' in part && part.link ? [part.link] : []))
  const body = content.map(part => ('rows' in part ? tableXml(part) : paragraphXml(part, links))).join('')
  const relations = [
    `<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rIdP" Type="${office}/image" Target="media/image1.png"/>`,
    ...links.map(
      (link, at) =>
        `<Relationship Id="rIdL${at}" Type="${office}/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`,
    ),
  ]
  return zip({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/styles.xml': `${xml}<w:styles ${namespaces}>${['Title', 'heading 1', 'heading 2'].map(styleXml).join('')}</w:styles>`,
    'word/media/image1.png': '\x89PNG',
  })
}

const styleId = (name: string) => name.replace(/^h/, 'H').replace(' ', '')

function styleXml(name: string): string {
  return `<w:style w:type="paragraph" w:styleId="${styleId(name)}"><w:name w:val="${name}"/></w:style>`
}

function paragraphXml({ text, style, bold, link, picture }: WordParagraph, links: readonly string[]): string {
  const look = style ? `<w:pPr><w:pStyle w:val="${styleId(style)}"/></w:pPr>` : ''
  const drawn = picture === undefined ? '' : pictureXml(picture)
  const run = `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const words = link ? `<w:hyperlink r:id="rIdL${links.indexOf(link)}">${run}</w:hyperlink>` : run
  return `<w:p>${look}${drawn}${words}</w:p>`
}

function pictureXml(alt: string): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${escaped(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

function tableXml({ rows, header }: WordTable): string {
  const mark = '<w:trPr><w:tblHeader/></w:trPr>'
  const cells = (row: readonly string[]) =>
    row.map(text => `<w:tc><w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p></w:tc>`).join('')
  return `<w:tbl>${rows.map((row, at) => `<w:tr>${header && at === 0 ? mark : ''}${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** A zip whose parts stand in it as they are. `claimed` lets it say another unpacked size than the true one. */
export function zip(files: Readonly<Record<string, string>>, claimed?: number): Uint8Array {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(content)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(claimed ?? data.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, path]))
    bodies.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}
