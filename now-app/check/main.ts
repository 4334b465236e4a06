import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { readArchive } from '../../instance-simulator/src/package/read-archive.ts'
import { packagePath } from '../build/build-app.ts'
import { takeApart } from './built-package.ts'
import { checkPackage } from './check-package.ts'
import { clientBytes, CONSOLE_BYTES_MAX, DOCUMENTS_BYTES_MAX, LATER_BYTES_MAX } from './client.ts'
import { coverageOf, checkCoverage } from './coverage.ts'
import type { Finding } from './finding.ts'

/** `npm run check:app [zip]`: checks the packed application and ends with 1 when it must not be shipped. */
const zip = process.argv[2] ?? packagePath
const say = (text: string) => process.stdout.write(`${text}\n`)
const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`

function report(rule: string, findings: readonly Finding[]): boolean {
  say(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${rule}`)
  for (const { where, what } of findings) say(`       ${where} ${what}`)
  return findings.length === 0
}

async function main(): Promise<boolean> {
  const bytes = await readFile(zip).catch(() => undefined)
  if (!bytes) throw new Error(`There is no ${relative('.', zip)}. Run npm run build:app first.`)
  const files = await readArchive(bytes)
  const built = takeApart(files)
  const passed = checkPackage(files).map(({ rule, findings }) => report(rule, findings))
  const covered = await coverageOf(zip)
  passed.push(report('every record has its place on an instance', checkCoverage(built, covered)))
  const sizes = [`${kilobytes(bytes.length)} packed`, `${covered.length} records`, `${built.modules.size} modules`]
  say(
    `${sizes.join(', ')}; the console is ${kilobytes(clientBytes(built).first)} and later ${kilobytes(clientBytes(built).later)}, at most ${kilobytes(CONSOLE_BYTES_MAX)}, ${kilobytes(LATER_BYTES_MAX)} and ${kilobytes(DOCUMENTS_BYTES_MAX)} of documents`,
  )
  return passed.every(Boolean)
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
