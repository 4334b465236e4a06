import { readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A part of the page: its name holds a hash of its content. */
const CHUNK = /table: 'sys_ux_lib_asset'\s+id: '([0-9a-f]{32})'\s+key: \{\s+name: '([^']+)'/g

const idsOf = (keys: string): Set<string> => new Set(keys.match(/\b[0-9a-f]{32}\b/g))

/**
 * The ids that a build has made up for records that keys.ts did not know, each with the name of its record. Under another
 * scope these are parts of the page: one of them holds an id, so its hash, and with it its name, is another.
 * Throws for any other record: those are to be committed in keys.ts.
 */
export function newChunks(before: string, after: string): ReadonlyMap<string, string> {
  const known = idsOf(before)
  const made = [...idsOf(after)].filter((id) => !known.has(id))
  const names = new Map([...after.matchAll(CHUNK)].map(([, id = '', name = '']) => [id, name]))
  return new Map(
    made.map((id) => {
      const name = names.get(id)
      if (name === undefined) throw new Error('A record has no id yet. Run npm run build:app -- --update-keys.')
      return [id, name]
    }),
  )
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
