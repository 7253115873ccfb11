import { portWanted } from '../../src/shared/contract/handover.ts'
import type { ElectronDouble } from './index.ts'
import { WebFrame } from './windows.ts'

/**
 * The design's security list (section 4) for the Electron shell, as questions to a shell that runs on the double. A shell
 * passes a promise when nothing is found against it; each promise is also tried on a careless shell, where it must fail.
 */
export interface SecurityPromise {
  name: string
  /** What breaks the promise; empty when it is kept. */
  broken(double: ElectronDouble): Promise<string[]> | string[]
}

const permissions = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'fileSystem',
  'openExternal',
  'usb',
  'unknown',
]
const elsewhere = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'app://other/',
  'app://signpost.example.org/',
  'data:text/html,x',
  'javascript:1',
  'about:blank',
]

export const securityList: readonly SecurityPromise[] = [
  {
    name: 'every renderer is sandboxed, and its world is its own',
    broken: ({ state }) => [
      ...wrong(!state.app.sandboxed, 'the application does not insist on the sandbox'),
      ...state.contents.flatMap(({ preferences: { sandbox, contextIsolation } }) => [
        ...wrong(!sandbox, 'a window without a sandbox'),
        ...wrong(!contextIsolation, 'a window whose page shares objects with the preload'),
      ]),
    ],
  },
  {
    name: 'there is no node in the window',
    broken: ({ state }) =>
      state.contents.flatMap(
        ({ preferences: { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } }) =>
          wrong(nodeIntegration || nodeIntegrationInWorker || nodeIntegrationInSubFrames, 'a window with node in it'),
      ),
  },
  {
    name: 'the web’s own rules stay switched on',
    broken: ({ state }) =>
      state.contents.flatMap(({ preferences: { webSecurity, allowRunningInsecureContent, experimentalFeatures } }) => [
        ...wrong(!webSecurity, 'the same-origin rule is off'),
        ...wrong(allowRunningInsecureContent || experimentalFeatures, 'insecure or experimental features are on'),
      ]),
  },
  {
    name: 'nothing is fetched at run time for spelling',
    broken: ({ state }) =>
      state.contents.flatMap(({ preferences }) =>
        wrong(preferences.spellcheck && process.platform !== 'darwin', 'Chromium would fetch a dictionary'),
      ),
  },
  {
    name: 'the window comes from a scheme of its own, which loosens nothing',
    broken: ({ state, schemes }) => {
      const privileges = schemes.privileged.get('app')
      return [
        ...state.contents.flatMap(contents =>
          wrong(!contents.getURL().startsWith('app://signpost/'), contents.getURL()),
        ),
        ...wrong(!privileges?.standard || !privileges.secure, 'app: is no secure scheme with an origin'),
        ...wrong(
          Boolean(privileges?.bypassCSP || privileges?.allowServiceWorkers || privileges?.corsEnabled),
          'app: is given too much',
        ),
      ]
    },
  },
  {
    name: 'the page has a strict policy for its contents',
    broken: ({ state }) =>
      state.contents.flatMap(({ shown }) => {
        const policy = policyOf(shown)
        return [
          ...wrong(policy.get('default-src') !== "'none'", 'default-src'),
          ...wrong(policy.get('script-src') !== "'self'", 'script-src'),
          ...wrong(!/^'self' 'nonce-[\w+/=]{20,}'$/.test(policy.get('style-src') ?? ''), 'style-src'),
          ...wrong(policy.get('connect-src') !== "'self'", 'connect-src'),
          ...wrong(policy.get('object-src') !== "'none'", 'object-src'),
          ...wrong(
            policy.get('base-uri') !== "'none'" || policy.get('form-action') !== "'none'",
            'base-uri, form-action',
          ),
          ...wrong(policy.get('frame-ancestors') !== "'none'", 'frame-ancestors'),
          ...wrong(
            [...policy.values()].some(value => /unsafe|\*|https?:/.test(value)),
            'something unsafe',
          ),
        ]
      }),
  },
  {
    name: 'a preview runs no script',
    broken: async ({ schemes }) => {
      const policy = policyOf(await schemes.request('app://signpost/preview/page').catch(() => null))
      return [
        ...wrong(policy.get('script-src') !== "'none'", 'script-src'),
        ...wrong(policy.get('sandbox') !== 'allow-same-origin', 'sandbox'),
      ]
    },
  },
  {
    name: 'the scheme answers for its own host, and only reads',
    broken: async ({ schemes }) => {
      const other = await schemes.request('app://other/').catch(() => null)
      const post = await schemes.request('app://signpost/', { method: 'POST' }).catch(() => null)
      return [...wrong(other?.ok ?? false, 'another host'), ...wrong(post?.ok ?? false, 'a POST')]
    },
  },
  {
    name: 'no page leaves its address, and no frame shows anything but the preview',
    broken: ({ state }) =>
      state.contents.flatMap(contents => [
        ...elsewhere.filter(url => contents.navigates(url)).map(url => `the window went to ${url}`),
        ...elsewhere
          .filter(url => contents.navigates(url, { isMainFrame: false }))
          .map(url => `a frame went to ${url}`),
        ...wrong(contents.navigates('app://signpost/preview/page'), 'the window became a preview'),
        ...wrong(contents.navigates('app://signpost/', { isMainFrame: false }), 'a frame became the window'),
        ...wrong(contents.redirects('https://example.org/'), 'a redirect was followed'),
        // Refusing everything would be easy: these two must still work.
        ...wrong(
          !contents.navigates('app://signpost/preview/page', { isMainFrame: false }),
          'the preview does not show',
        ),
        ...wrong(!contents.navigates(contents.getURL()), 'the page cannot be loaded again'),
      ]),
  },
  {
    name: 'no page opens a window or embeds another browser',
    broken: ({ state }) =>
      state.contents.flatMap(contents => [
        ...[...elsewhere, 'app://signpost/'].filter(url => contents.opensWindow(url)).map(url => `opened ${url}`),
        ...wrong(contents.preferences.webviewTag, 'the webview element is on'),
        ...wrong(contents.attachesWebview(), 'a webview was attached'),
      ]),
  },
  {
    name: 'only addresses for a browser, a mail program or a telephone are given to the system',
    broken: async ({ state, desktop }) => {
      desktop.opened.length = 0
      const outside = ['https://example.org/a', 'mailto:team@example.org', 'tel:01632960001']
      for (const contents of state.contents) for (const url of [...elsewhere, ...outside]) contents.opensWindow(url)
      await Promise.resolve()
      const allowed = desktop.opened.filter(url => !/^(https?|mailto|tel):/.test(url)).map(url => `${url} was opened`)
      return [...allowed, ...outside.filter(url => !desktop.opened.includes(url)).map(url => `${url} was not opened`)]
    },
  },
  {
    name: 'every permission is refused',
    broken: async ({ permissions: session }) => {
      const found: string[] = []
      for (const permission of permissions) {
        if (await session.granted(permission)) found.push(`${permission} was granted`)
        if (session.checked(permission)) found.push(`${permission} counts as granted`)
      }
      return [...found, ...wrong(session.device(), 'a device'), ...wrong(await session.display(), 'the screen')]
    },
  },
  {
    name: 'a message is answered only if the window’s own top frame sent it',
    broken: ({ state }) =>
      state.contents.flatMap(contents => {
        const answered = (frame: WebFrame | null) => {
          let posted = false
          if (frame !== null) {
            frame.postMessage = () => {
              posted = true
            }
          }
          contents.sendAs(frame, portWanted, [])
          return posted
        }
        const strange = ['https://example.org/', 'app://other/', 'app://signpost.example.org/', 'file:///x', '']
        const foreign = strange.filter(url => {
          // Led astray: the top frame is somewhere else.
          const before = contents.mainFrame
          contents.mainFrame = new WebFrame(contents, url)
          const found = answered(contents.mainFrame)
          contents.mainFrame = before
          return found
        })
        return [
          ...foreign.map(url => `answered ${url || 'an empty address'}`),
          ...wrong(answered(new WebFrame(contents, 'app://signpost/preview/page')), 'answered a frame in the window'),
          ...wrong(answered(null), 'answered a frame that is gone'),
        ]
      }),
  },
  {
    name: 'the page is given one port, once, and nothing of Electron’s or node’s',
    broken: async ({ state }) => {
      const found: string[] = []
      for (const { page } of state.contents) {
        if (page === null) continue
        const ports: unknown[] = []
        page.window.addEventListener('message', ({ ports: given }) => void ports.push(...given))
        page.postFromFrame({ kind: portWanted })
        await settled()
        if (ports.length > 0) found.push('a frame in the page was given a port')
        for (let time = 0; time < 3; time += 1)
          page.window.postMessage({ kind: portWanted }, page.window.location.origin)
        await settled()
        if (new Set(ports).size !== 1) found.push(`the page was given ${new Set(ports).size} ports`)
        found.push(...Object.keys(page.exposed).map(name => `the page was given ${name}`))
      }
      return found
    },
  },
]

function wrong(condition: boolean, what: string): string[] {
  return condition ? [what] : []
}

function policyOf(response: Response | null): Map<string, string> {
  const header = response?.headers.get('Content-Security-Policy') ?? ''
  return new Map(
    header
      .split(';')
      .map(directive => directive.trim())
      .filter(Boolean)
      .map(directive => {
        const [name = '', ...values] = directive.split(/\s+/)
        return [name, values.join(' ')]
      }),
  )
}

function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20))
}
