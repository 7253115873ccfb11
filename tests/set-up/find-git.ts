import { installDebianPackage, programNamed } from './install.ts'

/** The tests' server is git's own `http-backend`; Signpost itself needs no git. */
export function setup(): void {
  if (programNamed('git') === null) installDebianPackage('git', 'a git server')
}
