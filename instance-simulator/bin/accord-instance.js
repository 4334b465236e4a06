#!/usr/bin/env node
/** Plain JavaScript, so that an old Node can still say what is wrong. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`accord-instance needs Node 22.18 or later; this is ${process.version}.\n`)
  process.exit(1)
}
const { runCommandLine } = await import('../src/cli.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
