/** What a form of the start still needs, one sentence a field; asked for when the person says that they are done. */
export type Troubles = Readonly<Record<string, string | null>>

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function personTroubles(person: { name: string; email: string }): Troubles {
  return {
    name: person.name.trim() === '' ? 'Write your name, as your team knows you.' : null,
    email: email.test(person.email.trim()) ? null : 'Write your work email address, such as name@council.example.org.',
  }
}

export function joinTroubles(fields: { address: string; name: string; email: string; token: string }): Troubles {
  return {
    ...personTroubles(fields),
    address: /^https?:\/\/\S+$/.test(fields.address.trim())
      ? null
      : 'Write the address that your team gave you. It starts with https://',
    token: fields.token.trim() === '' ? 'Paste the access token that your team gave you.' : null,
  }
}

export function newTroubles(fields: { siteName: string; council: string; name: string; email: string }): Troubles {
  return {
    ...personTroubles(fields),
    siteName: fields.siteName.trim() === '' ? 'Give it a name, such as “Southend Local Offer”.' : null,
    council: fields.council.trim() === '' ? 'Write the name of your council.' : null,
  }
}

export function openTroubles({ folder }: { folder: string }): Troubles {
  return {
    folder: folder.trim() === '' ? 'Say which folder it is: the one that has “signpost.yml” in it.' : null,
  }
}

/** The first field that needs something, in the order in which they stand. */
export function firstTrouble(troubles: Troubles, order: readonly string[]): string | undefined {
  return order.find(field => troubles[field])
}
