import { describe, expect, test } from 'vitest'
import { electronDouble } from '../electron-double/index.ts'
import { loadPage } from '../electron-double/sandboxed-preload.ts'

/** The stand-in is only worth what it refuses: each of Electron's rules that it keeps for us. */
describe('the stand-in for Electron refuses', () => {
  const ready = () => {
    const double = electronDouble()
    double.state.app.becomeReady()
    return double
  }

  test('a privileged scheme after the program is ready, or a second list of them', () => {
    expect(() => ready().module.protocol.registerSchemesAsPrivileged([])).toThrow(/before app is ready/)
    const { module } = electronDouble()
    module.protocol.registerSchemesAsPrivileged([])
    expect(() => module.protocol.registerSchemesAsPrivileged([])).toThrow(/once/)
  })

  test('windows, schemes, sessions, screens, secrets and the network before the program is ready', async () => {
    const { module } = electronDouble()
    expect(() => new module.BrowserWindow()).toThrow(/before app is ready/)
    expect(() => module.protocol.handle('app', () => new Response())).toThrow(/after app is ready/)
    expect(() => module.session.defaultSession).toThrow(/ready/)
    expect(() => module.screen.getAllDisplays()).toThrow(/ready/)
    await expect(module.safeStorage.encryptStringAsync('x')).rejects.toThrow(/ready/)
    expect(() => module.net.request({ url: 'https://example.org' })).toThrow(/ready/)
  })

  test('a request to anything but the web, a sign-in without an origin, and headers or pieces that come too late', () => {
    const ask = (options: Parameters<ReturnType<typeof ready>['module']['net']['request']>[0]) => {
      return ready()
        .module.net.request(options)
        .on('error', () => undefined)
    }
    expect(() => ask({ url: 'file:///etc/passwd' })).toThrow(/only supports http/)
    expect(() => ask({ url: 'https://example.org', credentials: 'same-origin' })).toThrow(/requires origin/)
    expect(() => ask({ url: 'https://example.org' }).followRedirect()).toThrow(/not waiting for a redirect/)
    const begun = ask({ url: 'https://example.org' })
    begun.write('first')
    expect(() => begun.setHeader('accept', 'text/html')).toThrow(/after they are sent/)
    expect(() => Object.assign(begun, { chunkedEncoding: true })).toThrow(/before the request is started/)
    begun.abort()
  })

  test('to enable the sandbox when it is too late', () => {
    expect(() => ready().module.app.enableSandbox()).toThrow(/before app is ready/)
  })

  test('two handlers for one scheme, and a page of a scheme that nobody handles', async () => {
    const { module } = ready()
    module.protocol.handle('app', () => new Response())
    expect(() => module.protocol.handle('app', () => new Response())).toThrow(/Failed to register/)
    await expect(new module.BrowserWindow().loadURL('other://x/')).rejects.toThrow(/UNKNOWN_URL_SCHEME/)
  })

  test('a port a second time, a port that was started, and what cannot be cloned', () => {
    const { MessageChannelMain } = electronDouble().module
    const { port1, port2 } = new MessageChannelMain()
    const first = new MessageChannelMain().port1
    first.postMessage('take it', [port2])
    expect(() => first.postMessage('again', [port2])).toThrow(/transferred already/)
    expect(() => port2.postMessage('from nobody')).toThrow(/transferred already/)
    port1.start()
    expect(() => first.postMessage('take it', [port1])).toThrow(/started/)
    expect(() => first.postMessage({ call: () => undefined })).toThrow(/could not be cloned/)
    for (const port of [port1, first]) port.close()
  })

  test('a preload anything of node’s, and anything but electron', () => {
    const page = (code: string) => () => loadPage({ code, url: 'app://signpost/', toMain: () => undefined })
    expect(page("require('node:fs')")).toThrow('module not found: node:fs')
    expect(page("require('./other.js')")).toThrow('module not found')
    expect(page('process.exit()')).toThrow(/process is not defined/)
    expect(page("import 'electron'")).toThrow(SyntaxError)
    expect(page("require('electron').ipcRenderer.send('x', () => 1)")).toThrow(/could not be cloned/)
    expect(page("require('electron').ipcRenderer.send('x', { fine: 1 })")).not.toThrow()
  })

  test('a menu that Electron could not make', () => {
    const { Menu } = electronDouble().module
    expect(() => Menu.buildFromTemplate([{}])).toThrow(/label, role or type/)
    expect(() => Menu.buildFromTemplate([{ label: 'x', submenu: [{ role: 'unknown' }] }])).toThrow(/Unknown role/)
    expect(() => Menu.buildFromTemplate([{ label: 'x', accelerator: 'Mod+S' }])).toThrow(/conversion failure/)
  })
})
