import { readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A part of the page: its name holds a hash of its content. */
const CHUNK = /table: 'sys_ux_lib_asset'\s+id: '([0-9a-f]{32})'\s+key: \{\s+name: '([^']+)'/g

const idsOf = (keys: string): Set<string> => new Set(keys.match(/\b[0-9a-f]{32}\b/g))

/**
 * The ids that a build has made up for parts of the page that keys.ts did not know, each with the part's name: under another
 * scope one of them holds an id, so its hash, and with it its name, is another; so it is after a change of the page.
 * Throws for any other record: those are to be committed in keys.ts.
 */
export function newChunks(before: string, after: string): ReadonlyMap<string, string> {
  const known = idsOf(before)
  const made = [...idsOf(after)].filter((id) => !known.has(id))
  const names = new Map([...after.matchAll(CHUNK)].map(([, id = '', name = '']) => [id, name]))
  const others = made.filter((id) => !names.has(id))
  if (others.length > 0) throw new Error(withoutIds(others.map((id) => describe(after, id))))
  return new Map(made.map((id) => [id, names.get(id) ?? '']))
}

const withoutIds = (records: readonly string[]): string =>
  `These records have no id yet:\n${records.join('\n')}\nRun npm run build:app -- --update-keys.`

/** The lines of keys.ts that name a record. */
function describe(keys: string, id: string): string {
  const lines = keys.split('\n')
  const at = lines.findIndex((line) => line.includes(id))
  return lines
    .slice(Math.max(0, at - 2), at + 5)
    .map((line) => line.trim())
    .join(' ')
}

/** Puts other ids in the place of these, in the names and in the contents of all files below the directory. */
export async function replaceIds(directory: string, ids: ReadonlyMap<string, string>): Promise<void> {
  if (ids.size === 0) return
  const replaced = (text: string) => [...ids].reduce((all, [from, to]) => all.replaceAll(from, to), text)
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  for (const { name, parentPath } of entries.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name)
    const text = await readFile(path, 'utf8')
    if (replaced(text) !== text) await writeFile(path, replaced(text))
    if (replaced(name) !== name) await rename(path, join(parentPath, replaced(name)))
  }
}
