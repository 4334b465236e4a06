#!/usr/bin/env node
// Plain JavaScript, so that an old Node can say what is wrong: it cannot even read the TypeScript behind it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`Accord needs Node.js 22.18 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

await import('../src/main.ts')
