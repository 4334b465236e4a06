import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { expect, test } from '@jest/globals'

const INDEX = new URL('../../src/sandbox/index.ts', import.meta.url).href
const CODE = `export default () => [
  new Date(2026, 0, 31, 5).toISOString(),
  new Date('2026-07-01T10:00').getHours(),
  new Date(0).getTimezoneOffset(),
  String(new Date(0)),
]`
const PROGRAM = `const { createSandbox } = await import(${JSON.stringify(INDEX)})
const sandbox = createSandbox({ threads: 1 })
const code = ${JSON.stringify(CODE)}
const { text } = await sandbox.run({ script: { name: 'rules.ts', source: code, code }, input: '1' })
await sandbox.close()
process.stdout.write(JSON.stringify([new Date(0).getTimezoneOffset(), text]))`

test.each([
  ['Asia/Tokyo', -540],
  ['America/St_Johns', 210],
])('a node in %s reads the same dates as any other', async (zone, offset) => {
  const parameters = ['--input-type=module', '--eval', PROGRAM]
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { env: { ...process.env, TZ: zone } })
  const [ownOffset, text] = JSON.parse(stdout) as [number, string]
  expect(ownOffset).toBe(offset)
  expect(JSON.parse(text)).toEqual(['2026-01-31T05:00:00.000Z', 10, 0, 'Thu Jan 01 1970 00:00:00 GMT+0000'])
})
