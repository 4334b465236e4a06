import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A list layout of the package, and whether the instance has it with as many columns. */
interface Layout {
  readonly id: string
  readonly table: string
  readonly columns: number
}

const LAYOUT = /<sys_ui_list action="[^"]*">\s*<sys_id>([0-9a-f]{32})<\/sys_id>/
const TABLE = /<sys_ui_list [^>]*\btable="([^"]+)"/
const COLUMN = /<sys_ui_list_element /g

/** The list layouts that a build holds. */
async function packedLayouts(directory: string): Promise<readonly Layout[]> {
  const place = join(directory, 'now-app/dist/app/update')
  const files = (await readdir(place)).filter((name) => name.startsWith('sys_ui_list_'))
  const texts = await Promise.all(files.map((name) => readFile(join(place, name), 'utf8')))
  return texts.map((xml) => ({
    id: LAYOUT.exec(xml)?.[1] ?? '',
    table: TABLE.exec(xml)?.[1] ?? '',
    columns: [...xml.matchAll(COLUMN)].length,
  }))
}

type Rows = readonly Readonly<Record<string, string>>[]

/** Asks the instance with the sign-in that the installer has used. Rejects with what the SDK says. */
async function queryInstance(directory: string, program: string, table: string, query: string): Promise<Rows> {
  const asked = ['query', table, '--query', query, '--fields', 'sys_id,list_id', '--limit', '1000', '--output', 'json']
  const printed = await new Promise<string>((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '' }
    execFile(process.execPath, [program, ...asked], { cwd: directory, env }, (_error, out, errors) =>
      resolve(out + errors),
    )
  })
  const answer = JSON.parse(/^\{.*"ok".*$/m.exec(printed)?.[0] ?? '{}') as { ok?: boolean; records?: Rows }
  if (!answer.ok || !answer.records) throw new Error(printed.trim())
  return answer.records
}

/**
 * What there is to say of the list layouts after an installation; undefined: all are there. Release notes of the SDK name
 * layouts that an instance loses without a word: the lists then show whatever columns the platform chooses.
 */
export async function findLostLayouts(directory: string, program: string): Promise<string | undefined> {
  const packed = await packedLayouts(directory)
  const ids = packed.map(({ id }) => id).join(',')
  const found = await queryInstance(directory, program, 'sys_ui_list', `sys_idIN${ids}`)
  const columns = await queryInstance(directory, program, 'sys_ui_list_element', `list_idIN${ids}`)
  const isWhole = ({ id, columns: wanted }: Layout) =>
    found.some((row) => row['sys_id'] === id) && columns.filter((row) => row['list_id'] === id).length >= wanted
  const lost = packed.filter((layout) => !isWhole(layout)).map(({ table }) => table)
  if (lost.length === 0) return undefined
  return (
    `Accord is installed, but the instance has not kept the list layouts of ${lost.join(', ')}.\n` +
    'Everything works; these lists show columns that the platform has chosen. To have ours:\n' +
    '  1 npm run build:update-set, then System Update Sets → Retrieved Update Sets → Import Update Set from XML; or\n' +
    '  2 open each list → Configure → List Layout, and choose the columns there.'
  )
}
