import { addressUnder, type Verified } from './verify.ts'

/** What a person is told, and what to do next. Every answer but “live” says what is not known or not so. */
export function sentenceOf(
  seen: Exclude<Verified, { kind: 'live' }>,
  url: string,
): { sentence: string; nextStep: string } {
  switch (seen.kind) {
    case 'other-publish':
      return {
        sentence: `The site was sent, but ${url} still shows another version.`,
        nextStep:
          'Some web hosts need a few minutes. Look again in a while; if it stays so, ask whoever runs the web host.',
      }
    case 'not-our-site':
      return {
        sentence: `The site was sent, but ${url} answers with something that is not this site, perhaps a page to sign in.`,
        nextStep: 'Open the address in a browser without signing in, and check the address in Settings.',
      }
    case 'not-secure':
      return {
        sentence: `The site was sent, but ${url} sends readers on to an address that is not secure.`,
        nextStep: 'Ask whoever runs the web host to keep readers on https.',
      }
    case 'other-page':
      return {
        sentence: `The site was sent, but ${addressUnder(url, seen.address)} does not show what was sent.`,
        nextStep:
          'Some web hosts need a few minutes. Look again in a while; if it stays so, ask whoever runs the web host.',
      }
    case 'still-there':
      return {
        sentence: `The site was sent, but ${addressUnder(url, seen.address)} still shows a page that was taken off.`,
        nextStep:
          'Some web hosts need a few minutes. Look again in a while; if it stays so, ask whoever runs the web host.',
      }
    case 'missing':
      return {
        sentence: `The site was sent, but it cannot be found at ${url} yet.`,
        nextStep: 'Look again in a few minutes, and check the address in Settings.',
      }
    case 'server-trouble':
      return {
        sentence: `The site was sent, but the web host at ${url} has a fault of its own (${seen.status}).`,
        nextStep: 'Look again in a few minutes; if it stays so, ask whoever runs the web host.',
      }
    case 'unreachable':
      return {
        sentence: `The site was sent, but nobody answered at ${url}, so Signpost could not look.`,
        nextStep:
          'Check that this laptop is online, then look again. If it is, the web host may be down, and then families see nothing: ask whoever runs it.',
      }
    case 'stopped':
      return {
        sentence: 'The site was sent. You stopped before Signpost had looked at the web.',
        nextStep: 'Look again when you want to know.',
      }
  }
}

/** What a reader meets instead of what was published. */
export function whatIsOther(seen: Exclude<Verified, { kind: 'live' }>, url: string): string {
  switch (seen.kind) {
    case 'other-publish':
      return 'it shows another version.'
    case 'other-page':
      return `${addressUnder(url, seen.address)} shows something else.`
    case 'still-there':
      return `${addressUnder(url, seen.address)} shows a page that was taken off.`
    case 'not-our-site':
      return 'it answers with something else, perhaps a page to sign in.'
    case 'not-secure':
      return 'it sends readers on to an address that is not secure.'
    case 'missing':
      return 'it cannot be found there.'
    case 'server-trouble':
    case 'unreachable':
    case 'stopped':
      return 'nobody could look.'
  }
}
