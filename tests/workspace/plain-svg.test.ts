import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlainSvg } from '../../src/main/workspace/plain-svg.ts'

const plain = (source: string) => isPlainSvg(Buffer.from(source))
const svg = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`

describe('a drawing that only draws is taken', () => {
  test.each([
    svg('<title>Two hands</title><path d="M0 0 L10 10" fill="url(#shade)" stroke="#123"/>', ' viewBox="0 0 10 10"'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${svg('<g id="a"><circle r="4"/></g>')}\n`,
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
    svg('<style><![CDATA[.a > .b { fill: #fff }]]></style><rect class="a"/>'),
    svg('<use href="#a"/><image href="data:image/png;base64,AAAA"/>'),
    svg('<g inkscape:label="C:\\drawings"/>', ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'),
    svg('<text aria-label="Ann &#38; Tom">Ann &amp; Tom &lt;3</text>'),
  ])('%s', source => expect(plain(source)).toBe(true))
})

describe('a drawing that could do more is not', () => {
  test.each([
    svg('<script>alert(1)</script>'),
    svg('<script href="#a"/>'),
    svg('<SCRIPT>alert(1)</SCRIPT>'),
    svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    svg('<inkscape:script xmlns:inkscape="http://www.w3.org/2000/svg">alert(1)</inkscape:script>'),
    svg('<dc:script xmlns:dc="http://www.w3.org/1999/xhtml">alert(1)</dc:script>'),
    svg('<rect onclick="alert(1)"/>'),
    svg('', ' onload="alert(1)"'),
    svg('<foreignObject><p>words</p></foreignObject>'),
    svg('<a href="https://example.org"><text>x</text></a>'),
    svg('<a href="javascript:alert(1)"><text>x</text></a>'),
    svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    svg('<set attributeName="onclick" to="alert(1)"/>'),
    svg('<image href="https://example.org/pixel.png"/>'),
    svg('<image xlink:href="//example.org/pixel.png"/>'),
    svg('<use href="other.svg#a"/>'),
    svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
    svg('<image href="&#104;ttps://example.org/pixel.png"/>'),
    svg('<rect fill="url(https://example.org/a)"/>'),
    svg('<rect style="fill: u&#114;l(https://example.org/a)"/>'),
    svg('<rect style="fill: u\\72l(https://example.org/a)"/>'),
    svg('<style>@import "https://example.org/a.css"</style>'),
    svg('<style>rect { fill: u<!-- -->rl(https://example.org/a) }</style>'),
    svg('<style>rect { fill: u<![CDATA[rl(https://example.org/a)]]> }</style>'),
    svg('<style><script>alert(1)</script></style>'),
    svg('<iframe src="https://example.org"/>'),
    svg('<rect xml:base="https://example.org/"/>'),
    '<html><body><svg xmlns="http://www.w3.org/2000/svg"></svg></body></html>',
    '<svg xmlns="http://www.w3.org/1999/xhtml"><g/></svg>',
    `<?xml-stylesheet href="https://example.org/a.css"?>${svg('')}`,
    `<?xml version="1.0" encoding="UTF-7"?>${svg('+ADw-script+AD4-')}`,
    `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('&x;')}`,
    `${svg('')}${svg('')}`,
    `words ${svg('')}`,
    svg('<g>'),
    svg('</g>'),
    '<svg',
    '',
  ])('%s', source => expect(plain(source)).toBe(false))

  test('bytes that are no text', () => {
    expect(isPlainSvg(Buffer.concat([Buffer.from('<svg>'), Buffer.from([0xff, 0xfe]), Buffer.from('</svg>')]))).toBe(
      false,
    )
  })
})

test('whatever is put into a plain drawing, a script in it is found', () => {
  const around = fc.array(fc.constantFrom('<g/>', '<!-- -->', 'words', '<title>x</title>', '&#60;', '\n'), {
    maxLength: 4,
  })
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(plain(svg(`${before.join('')}${after.join('')}`))).toBe(true)
      expect(plain(svg(`${before.join('')}<script>x</script>${after.join('')}`))).toBe(false)
    }),
    { numRuns: 100 },
  )
})
