import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** All that the packed app is made of. */
const SOURCES = ['shared/src', 'shared/package.json', 'now-app', 'now.config.json', 'package.json', 'package-lock.json']
const STAMP = '.cache/app-sources.sha256'

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return []
  const entries = readdirSync(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/(^|\/)(dist|node_modules|target)\//.test(file))
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const files = path.extname(source) ? [source] : filesBelow(source).toSorted()
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Builds and packs the app with the real Now SDK unless the same sources were packed before. Returns whether it built. */
export async function buildApp(packedZip: string): Promise<boolean> {
  const hash = hashOfSources()
  if (existsSync(packedZip) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false
  await run('npm', ['run', '--silent', 'build:app'], { maxBuffer: 64 * 1024 * 1024 })
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, hash)
  return true
}

/** The bridge runs on shared's compiled JavaScript; an incremental compile of nothing takes half a second. */
export async function buildShared(): Promise<void> {
  await run('tsc', ['-p', 'shared'])
}
