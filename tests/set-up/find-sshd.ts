import { existsSync } from 'node:fs'
import { installDebianPackage } from './install.ts'

export const sshd = '/usr/sbin/sshd'
export const sftpServer = '/usr/lib/openssh/sftp-server'

/** The tests' web host is OpenSSH's own server, on a loopback port and with keys that the test makes. */
export function setup(): void {
  if (!existsSync(sftpServer)) installDebianPackage('openssh-sftp-server', 'a web host that takes files')
  if (!existsSync(sshd)) installDebianPackage('openssh-server', 'a web host that takes files')
}
