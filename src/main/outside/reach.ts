import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** One address that a name stands for. */
export interface Address {
  address: string
  family: 4 | 6
}

/** What may be asked. Tests bring their own, to reach a server on this computer. */
export interface Reach {
  addressesOf(host: string): Promise<readonly Address[]>
  mayReach(address: Address): boolean
  mayUsePort(port: number): boolean
}

/**
 * Everything that is not the public internet, by the registries of the IANA (RFC 6890 and what was added since). A page
 * may be written by anybody; looking at its links must never be a way into the network that this computer stands in.
 */
const own = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  own.addSubnet(network, prefix, 'ipv4')
}

/** Of IPv6 only what is given out to the public, without the parts of it that carry an older address or a tunnel. */
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')
const wrapped = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  wrapped.addSubnet(network, prefix, 'ipv6')
}

export function isPublic({ address, family }: Address): boolean {
  if (isIP(address) !== family) return false
  if (family === 4) return !own.check(address, 'ipv4')
  return given.check(address, 'ipv6') && !wrapped.check(address, 'ipv6')
}

export const publicInternet: Reach = {
  async addressesOf(host) {
    const found = await lookup(host, { all: true })
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
  },
  mayReach: isPublic,
  mayUsePort: port => port === 80 || port === 443,
}
