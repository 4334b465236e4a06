#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Accord needs Node.js 22.18 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

// Whatever is made from here on is for this user alone, also what libraries make.
process.umask(0o077)

// Code whose types were stripped and that was compiled once is read from the data directory, which is private to the node, at
// the next start: a fifth less time. It comes before the settings are read, which is code as well, and only for the node
// itself: a command may run as another user, whose files the node could not replace. Without room nothing is kept.
const dataDir = process.env['ACCORD_DATA_DIR']
if (process.argv.length === 2 && dataDir && existsSync(dataDir)) enableCompileCache(join(dataDir, 'compiled-code'))

const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
process.once('SIGINT', () => stop.abort())

const { runCommand } = await import('./cli/command-line.ts')
const exitCode = await runCommand(process.argv.slice(2), process.env, stop.signal)
// A start that failed half-way may hold a socket already: whoever watches this process must see it end.
if (exitCode !== 0) process.exit(exitCode)
