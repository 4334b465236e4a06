import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the SDK puts before every package that it bundles: a global that no instance before Zurich takes. */
const PREAMBLE = 'var __global$ = globalThis || (typeof window !== "undefined" ? window : self);'
const PREAMBLE_NAME = '__global$'
/** The SDK writes the newest syntax as it stands; a catch that names nothing is refused before Zurich. */
const CATCH_WITHOUT_BINDING = /(\}\s*catch)(\s*\{)/g

/**
 * Writes the emitted modules below a build so that the engine of the oldest release takes them. Throws when a bundled
 * package reads the global object. Whatever else that engine refuses, the check of the package finds.
 */
export async function writeForOlderEngines(directory: string): Promise<void> {
  const place = join(directory, 'update')
  for (const name of (await readdir(place)).filter((file) => file.startsWith('sys_module_'))) {
    const path = join(place, name)
    const before = await readFile(path, 'utf8')
    const after = before.replace(PREAMBLE, '').replaceAll(CATCH_WITHOUT_BINDING, '$1 (_)$2')
    if (after.includes(PREAMBLE_NAME))
      throw new Error(`${name} reads the global object, which no instance before Zurich has.`)
    if (after !== before) await writeFile(path, after)
  }
}
