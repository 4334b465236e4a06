import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { eventually } from '../faults/company/eventually.ts'
import { findFreePort } from '../faults/company/free-port.ts'
import { end, type ForwardProxy, isOpen } from '../network/forward-proxy.ts'

const SQUID = '/usr/sbin/squid'
export const hasSquid = existsSync(SQUID)

/** Debian's squid, which wants these credentials (Basic). `rules`: what it allows beside that, before everything else. */
export async function startSquid(user: string, password: string, ...rules: readonly string[]): Promise<ForwardProxy> {
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-squid-'))
  chmodSync(directory, 0o777) // started by root, it becomes another user
  const port = await findFreePort()
  const inside = (name: string) => path.join(directory, name)
  writeFileSync(inside('passwords'), `${user}:${createHash('md5').update(password).digest('hex')}\n`)
  const lines = [
    `http_port 127.0.0.1:${port}`,
    `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${inside('passwords')}`,
    'auth_param basic children 1 startup=1',
    'acl known proxy_auth REQUIRED',
    ...rules,
    'http_access allow known',
    'http_access deny all',
    'cache deny all',
    'pinger_enable off',
    'shutdown_lifetime 0 seconds',
    `pid_filename ${inside('pid')}`,
    `cache_log ${inside('cache.log')}`,
    `access_log stdio:${inside('log')}`,
    `coredump_dir ${directory}`,
  ]
  writeFileSync(inside('squid.conf'), `${lines.join('\n')}\n`)
  const child = spawn(SQUID, ['-N', '-f', inside('squid.conf')], { stdio: 'ignore' })
  await eventually('squid listens', () => isOpen(port))
  return {
    port,
    log: () => (existsSync(inside('log')) ? readFileSync(inside('log'), 'utf8') : ''),
    close: async () => {
      await end(child, 'SIGTERM')
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
