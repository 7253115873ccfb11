/**
 * The few globals that node, browsers and workers have in common. This folder is compiled with neither the DOM's types
 * nor node's, so anything else does not compile here.
 */
export {}

declare global {
  interface URLSearchParams extends Iterable<[string, string]> {
    get(name: string): string | null
    set(name: string, value: string): void
    toString(): string
  }
  interface URL {
    href: string
    readonly origin: string
    protocol: string
    host: string
    hostname: string
    pathname: string
    search: string
    hash: string
    username: string
    password: string
    readonly searchParams: URLSearchParams
    toString(): string
  }
  var URL: { new (url: string, base?: string): URL; canParse(url: string, base?: string): boolean }
  var TextEncoder: { new (): { encode(text: string): Uint8Array } }
  var TextDecoder: { new (label?: string, options?: { fatal?: boolean }): { decode(bytes?: Uint8Array): string } }
  /** Base 64 as a string of bytes. */
  function atob(data: string): string
  function structuredClone<T>(value: T): T
}
