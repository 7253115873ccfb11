/**
 * What a link's address says of the file that it leads to: the path, without what is asked for behind `?` and `#`. A page
 * may be told about a file there (`/gallery?show=ramp.jpg`) and is a page; a program that hands out files is none
 * (`/download?file=ramp.jpg`).
 */
export function fileOf(href: string): string {
  const [address = ''] = href.split('#', 1)
  const at = address.indexOf('?')
  if (at < 0) return address
  return handsOut.test(address.slice(0, at)) ? address : address.slice(0, at)
}

const handsOut = /(?:download|attachment|getfile|get-file|getmedia|servefile|viewfile)[^/]*$|\.ashx$/i
