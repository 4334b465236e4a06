// Runs before each command that README gives for a fresh clone, on whatever Node the machine has (20 or later): installs
// when node_modules is missing or older than the lock file. The command itself then runs on Node 24 from node_modules.
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  process.stderr.write(`Accord needs Node 20 or later to install; this is ${process.version}.\n`)
  process.exit(1)
}

// npm writes this file at the end of each complete installation.
const installed = `${root}/node_modules/.package-lock.json`
const wanted = `${root}/package-lock.json`
const upToDate = existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs

if (!upToDate) {
  process.stdout.write('Installing dependencies (about a minute, once) …\n')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
}
