/**
 * With the slash behind it, a host is whole: until then, what is being typed may still turn out to be a password before an
 * “@”. Of an address with an “@” behind that slash nothing can be kept, for it may end a password that had a slash in it.
 */
const wholeAddress = /^\s*(https?:\/\/)(?:[^/]*@)?((?:\[[\da-f:.]+\]|[^/?#@:[\]]+)(?::\d+)?\/[^?#@]*)(?:[?#][^@]*)?$/i

/** An address as it may stand on the disk: without who signs in there, and without anything behind a question mark. */
export function addressWithoutSecrets(address: string): string {
  const [, scheme = '', rest = ''] = wholeAddress.exec(address) ?? []
  return scheme + rest
}

/** The same for fields of which one may be an address. */
export function withoutSecrets<T extends Readonly<Record<string, string>>>(fields: T): T {
  return 'address' in fields ? { ...fields, address: addressWithoutSecrets(String(fields.address)) } : fields
}
