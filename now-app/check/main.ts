import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { readArchive } from '../../instance-simulator/src/package/read-archive.ts'
import { packagePath } from '../build/build-app.ts'
import { takeApart } from './built-package.ts'
import { checkPackage } from './check-package.ts'
import { CLIENT_BYTES_MAX, clientBytes } from './client.ts'

/** `npm run check:app [zip]`: judges the packed application and ends with 1 when it must not be shipped. */
const zip = process.argv[2] ?? packagePath
const say = (text: string) => process.stdout.write(`${text}\n`)
const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`

async function main(): Promise<number> {
  const bytes = await readFile(zip).catch(() => undefined)
  if (!bytes) throw new Error(`There is no ${relative('.', zip)}. Run npm run build:app first.`)
  const files = await readArchive(bytes)
  const verdicts = checkPackage(files)
  for (const { rule, findings } of verdicts) {
    say(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${rule}`)
    for (const { where, what } of findings) say(`       ${where} ${what}`)
  }
  const client = clientBytes(takeApart(files))
  say(
    `${kilobytes(bytes.length)} packed; the console is ${kilobytes(client)} compressed, at most ${kilobytes(CLIENT_BYTES_MAX)}`,
  )
  return verdicts.every(({ findings }) => findings.length === 0) ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
