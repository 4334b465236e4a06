import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx', '/usr/bin/nginx']

/** ACCORD_TEST_NGINX, or the one of the machine. There is no other way and no skipping: `.ci/run` installs it. */
function findNginx(): string {
  const named = process.env['ACCORD_TEST_NGINX']
  const found = (named ? [named] : PLACES).find((place) => existsSync(place))
  if (!found) throw new Error('No nginx was found: apt-get install nginx-light, or name one by ACCORD_TEST_NGINX')
  return found
}

export interface RealNginx {
  stop(): Promise<void>
}

/** The real proxy in the foreground with this configuration, until it listens at `port`. `configuration` gets a directory of its own. */
export async function startNginx(port: number, configuration: (directory: string) => string): Promise<RealNginx> {
  const program = findNginx()
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-nginx-'))
  const file = path.join(directory, 'nginx.conf')
  writeFileSync(file, configuration(directory))
  let said = ''
  const child = spawn(program, ['-p', directory, '-c', file, '-e', 'stderr', '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined
    child.kill('SIGTERM')
    await ended
    rmSync(directory, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    if (await isOpen(port)) return { stop }
    await delay(50)
  }
  await stop()
  throw new Error(`nginx did not start: ${said}`)
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const open = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return open
}
