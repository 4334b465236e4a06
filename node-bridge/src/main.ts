#!/usr/bin/env node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Accord needs Node.js 22.18 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
process.once('SIGINT', () => stop.abort())

const { runCommand } = await import('./command-line.ts')
const exitCode = await runCommand(process.argv.slice(2), process.env, stop.signal)
// A start that failed half-way may hold a socket already: whoever watches this process must see it end.
if (exitCode !== 0) process.exit(exitCode)
