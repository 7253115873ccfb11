/** With the slash behind it, a host is whole: until then, what is being typed may still turn out to be a password before an “@”. */
const wholeAddress = /^\s*(https?:\/\/)(?:[^/]*@)?([^/?#@]+\/[^?#]*)/i

/** An address as it may stand on the disk: without who signs in there, and without anything behind a question mark. */
export function addressWithoutSecrets(address: string): string {
  const [, scheme = '', rest = ''] = wholeAddress.exec(address) ?? []
  return scheme + rest
}

/** The same for fields of which one may be an address. */
export function withoutSecrets<T extends Readonly<Record<string, string>>>(fields: T): T {
  return 'address' in fields ? { ...fields, address: addressWithoutSecrets(String(fields.address)) } : fields
}
