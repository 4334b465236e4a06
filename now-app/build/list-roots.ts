import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What stands at the root in the SDK's output; a platform's own export says there which list it is. */
const SDK_ROOT = /<sys_ui_list table="([^"]+)">/

/** A field of the layout's own record; the columns before it have none of these. */
const fieldOf = (xml: string, name: string): string =>
  new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

/**
 * Writes the root of every list layout below a build as a platform exports it. SDK 4.9.0 names the table there and nothing
 * else; its release notes (4.11.0) say that such layouts are lost when the package is installed.
 */
export async function writeListRoots(directory: string): Promise<void> {
  const place = join(directory, 'update')
  for (const name of (await readdir(place)).filter((file) => file.startsWith('sys_ui_list_'))) {
    const path = join(place, name)
    const before = await readFile(path, 'utf8')
    const after = before.replace(SDK_ROOT, (_root, table: string) => rootOf(table, before, name))
    if (after !== before) await writeFile(path, after)
  }
}

function rootOf(table: string, xml: string, name: string): string {
  // The root names a view by its name, and the default one by none; of any other the layout holds an id only.
  if (fieldOf(xml, 'view') !== 'Default view')
    throw new Error(`${name} is a list of a view: say how its root names it.`)
  const root = { parent: fieldOf(xml, 'parent'), relationship: fieldOf(xml, 'relationship'), sys_domain: 'global', table, version: '2', view: '' } // prettier-ignore
  const attributes = Object.entries(root).map(([key, value]) => `${key}="${value}"`)
  return `<sys_ui_list ${attributes.join(' ')}>`
}
