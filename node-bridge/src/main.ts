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

const { keepMemoryOutOfCoreDumps } = await import('./files/core-dumps.ts')
keepMemoryOutOfCoreDumps()

const words = process.argv.slice(2)
const isStart = words.length === 1 && words[0] === 'start'

// Code whose types were stripped and that was compiled once is read from the data directory, which is private to the node, at
// the next start: a fifth less time. It comes before the settings are read, which is code as well, and only for the node
// itself: a command may run as another user, whose files the node could not replace. Without room nothing is kept.
const dataDir = process.env['ACCORD_DATA_DIR']
if (isStart && dataDir && existsSync(dataDir)) enableCompileCache(join(dataDir, 'compiled-code'))

// A node ends what it does; any other command ends at once.
const stop = new AbortController()
if (isStart) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())

const { runCli } = await import('./cli/run-cli.ts')
process.exitCode = await runCli(words, process.env, stop.signal)
// A start that failed half-way may hold a socket already: whoever watches this process must see it end.
if (isStart && process.exitCode !== 0) process.exit()
