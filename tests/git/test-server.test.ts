import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { server, tidyUp, tokenOf } from './team.ts'

describe('the git server of the tests', () => {
  afterAll(tidyUp)

  it('does nothing any more for a request that was cut on its way', async () => {
    const host = await server('sam')
    host.create('offer')
    const headers = {
      authorization: `Basic ${Buffer.from(`sam:${tokenOf('sam')}`).toString('base64')}`,
      'content-type': 'application/x-git-upload-pack-request',
      'content-length': 200,
      'git-protocol': 'version=2',
    }
    const asking = request(`${host.url('offer')}/git-upload-pack`, { method: 'POST', headers })
    const cut = once(asking, 'error')
    asking.write('0014command=ls-refs\n')
    while (host.log.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
    asking.destroy(new Error('cut'))
    await cut
    await host.idle()
    expect(host.log.map(heard => heard.method)).toEqual(['POST'])
  })
})
