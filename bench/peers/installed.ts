import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where peers are installed by hand: `npm install node-red n8n` there. ACCORD has no part in it. */
const HOME = process.env['BENCH_PEERS'] ?? fileURLToPath(new URL('.', import.meta.url))

export const homeOf = (name: string): string => join(HOME, 'node_modules', name)

export function versionOf(name: string): string | undefined {
  const file = join(homeOf(name), 'package.json')
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}
