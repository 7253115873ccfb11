import type { BrowserContext, Frame, Page } from 'playwright-core'

/** Sees whatever a page runs, asks for, opens or is refused, that nobody meant it to. */
export interface Watch {
  /** What was seen since this was last asked, one sentence each. */
  seen(): string[]
}

/** Says on the console that a script ran: every payload calls one of these. In each page and frame, before its own scripts. */
function tell(): void {
  const names = ['alert', 'confirm', 'prompt', 'print', 'msgbox', 'xss', 'XSS', 'netsparker']
  for (const name of names) {
    Object.defineProperty(window, name, { value: () => console.error(`a payload ran: ${name}`), configurable: true })
  }
}

/** Only what is loaded from now on is watched. `own` are the origins that the pages may ask. */
export async function watch(context: BrowserContext, own: () => readonly string[]): Promise<Watch> {
  let found: string[] = []
  await context.addInitScript(tell)
  const see = (page: Page) => {
    page.on('console', message => {
      if (/a payload ran|Content Security Policy|sandboxed/i.test(message.text())) found.push(message.text())
    })
    page.on('dialog', dialog => {
      found.push(`a dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', request => {
      const url = request.url()
      if (!own().some(origin => url.startsWith(`${origin}/`)) && !/^(data|blob):/.test(url)) found.push(`asked ${url}`)
    })
    page.on('popup', popup => found.push(`opened ${popup.url()}`))
  }
  for (const page of context.pages()) see(page)
  context.on('page', see)
  return {
    seen() {
      const seen = [...new Set(found)]
      found = []
      return seen
    },
  }
}

/** What stands in a document that could run, load or lead to script once somebody touches it. */
export async function dangersIn(frame: Page | Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const acting = 'object, embed, base, applet, frame, meta[http-equiv="refresh"], animate, set, foreignObject, math'
    const found = [...document.querySelectorAll(acting)].map(element => `<${element.localName}>`)
    for (const { src, outerHTML } of document.querySelectorAll('script')) {
      const { pathname } = URL.canParse(src) ? new URL(src) : { pathname: '' }
      if (!/^\/(?:[\w-]+\/)*assets\/[\w.-]+\.js$/.test(pathname)) found.push(outerHTML)
    }
    const leading = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'ping', 'srcset']
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || name === 'srcdoc') found.push(`<${element.localName} ${name}>`)
        if (!leading.includes(name) || !URL.canParse(value, location.href)) continue
        // As the browser itself reads it: a scheme in any spelling, or an address of this site that only looks like one.
        const { href } = new URL(value, location.href)
        if (/^(javascript|vbscript|livescript|file|filesystem|view-source|data:text|data:application)/.test(href)) {
          found.push(`<${element.localName} ${name}="${value}">`)
        }
      }
    }
    return found
  })
}
