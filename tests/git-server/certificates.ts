import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** Certificates for tests alone, made when they are needed (RFC 5280, with elliptic keys as in RFC 5480). */

export interface Certificate {
  /** PEM. */
  cert: string
  key: string
}

interface Wish {
  name: string
  /** Who vouches for it; itself unless given. */
  by?: Authority
  from?: Date
  until?: Date
}

export interface Authority extends Certificate {
  name: string
}

const dayMs = 24 * 3_600_000

/** Somebody who vouches for servers, such as a council whose proxy looks into web traffic. */
export function makeAuthority(name: string): Authority {
  return { name, ...make({ name }, [critical(basicConstraints, sequence(boolean(true)))]) }
}

/** A server at this computer: `127.0.0.1`, `::1` and `localhost`. */
export function makeServerCertificate(wish: Omit<Wish, 'name'>): Certificate {
  const names = [
    tagged(0x82, Buffer.from('localhost')),
    tagged(0x87, Buffer.from([127, 0, 0, 1])),
    tagged(0x87, Buffer.from([...Buffer.alloc(15), 1])),
  ]
  return make({ name: 'localhost', ...wish }, [extension(subjectAltName, sequence(...names))])
}

/** A server with another name than the one that was asked. */
export function makeStrangersCertificate(by: Authority): Certificate {
  const names = sequence(tagged(0x82, Buffer.from('wifi.example.org')))
  return make({ name: 'wifi.example.org', by }, [extension(subjectAltName, names)])
}

function make({ name, by, from, until }: Wish, extensions: Buffer[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer: KeyObject = by ? createPrivateKey(by.key) : privateKey
  const now = Date.now()
  const validity = sequence(time(from ?? new Date(now - dayMs)), time(until ?? new Date(now + dayMs)))
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from([1, ...randomBytes(8)])),
    ecdsaWithSha256,
    named(by?.name ?? name),
    validity,
    named(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, signer)]))
  const whole = sequence(body, ecdsaWithSha256, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replaceAll(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** DER: a tag, the length, the content. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))
const integer = (bytes: Buffer) => tagged(0x02, bytes)
const boolean = (value: boolean) => tagged(0x01, Buffer.from([value ? 0xff : 0]))
const identifier = (...bytes: number[]) => tagged(0x06, Buffer.from(bytes))
const extension = (id: Buffer, value: Buffer) => sequence(id, tagged(0x04, value))
const critical = (id: Buffer, value: Buffer) => sequence(id, boolean(true), tagged(0x04, value))
const basicConstraints = identifier(0x55, 0x1d, 0x13)
const subjectAltName = identifier(0x55, 0x1d, 0x11)
const ecdsaWithSha256 = sequence(identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const named = (name: string) =>
  sequence(tagged(0x31, sequence(identifier(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from(name)))))

/** `YYYYMMDDHHMMSSZ` */
const time = (at: Date) => tagged(0x18, Buffer.from(`${at.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`))
