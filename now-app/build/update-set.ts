import { readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BuiltApp } from './build-app.ts'
import { idOf } from './scope.ts'

/** What the SDK's package holds as records; each is the payload of one update. What a package writes at its first installation only, an instance compares with its own in the preview. */
const FOLDERS = ['scope', 'update', 'author_elective_update', 'apply_once', 'unload']

/**
 * Records that only the first installation writes, such as properties: an administrator may have changed them. The preview of a
 * later set overwrites without a question what was changed here before the set was made, so these updates are older than any change.
 */
const ONCE = { folder: 'apply_once', updatedOn: '2000-01-01 00:00:00' } as const

interface Application {
  readonly id: string
  readonly name: string
  readonly scope: string
  readonly version: string
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const attribute = (text: string): string => escaped(text).replaceAll('"', '&quot;')

type Field = readonly [name: string, value: string, displayValue?: string]

const element = ([name, value, displayValue]: Field): string =>
  `<${name}${displayValue === undefined ? '' : ` display_value="${attribute(displayValue)}"`}>${escaped(value)}</${name}>`
const record = (table: string, fields: readonly Field[]): string =>
  `<${table} action="INSERT_OR_UPDATE">\n${fields.map(element).join('\n')}\n</${table}>`

const textIn = (xml: string, name: string): string =>
  new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

/**
 * The built application as an update set, as *Retrieved Update Sets → Import Update Set from XML* takes it: the way into
 * instances that refuse the SDK's upload. It holds the same records as the package; `at`: `yyyy-MM-dd HH:mm:ss`, UTC.
 */
export async function updateSetOf({ directory, scope }: BuiltApp, at: string): Promise<string> {
  const place = join(directory, 'now-app/dist/app')
  const files = await payloadsIn(place)
  const application = applicationIn(files)
  const set = { id: idOf(scope, 'update set'), name: `${application.name} ${application.version}` }
  const updates = files.map((file) => updateOf(file, application, set, file.isOnce ? ONCE.updatedOn : at))
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<unload unload_date="${at}">`, headOf(application, set, at), ...updates, '</unload>', ''].join('\n') // prettier-ignore
}

export async function writeUpdateSet(built: BuiltApp, path: string): Promise<void> {
  const at = new Date().toISOString().slice(0, 19).replace('T', ' ')
  await writeFile(path, await updateSetOf(built, at))
}

interface Payload {
  readonly name: string
  readonly xml: string
  readonly isOnce: boolean
}

async function payloadsIn(place: string): Promise<Payload[]> {
  const found: Payload[] = []
  for (const folder of FOLDERS)
    for (const file of (await readdir(join(place, folder)).catch(() => [])).toSorted())
      found.push({
        name: basename(file, '.xml'),
        xml: await readFile(join(place, folder, file), 'utf8'),
        isOnce: folder === ONCE.folder,
      })
  return found
}

function applicationIn(files: readonly Payload[]): Application {
  const xml = files.find(({ name }) => name.startsWith('sys_app_'))?.xml
  if (xml === undefined) throw new Error('The build holds no application.')
  return {
    id: textIn(xml, 'sys_id'),
    name: textIn(xml, 'name'),
    scope: textIn(xml, 'scope'),
    version: textIn(xml, 'version'),
  }
}

type Named = Readonly<Record<'id' | 'name', string>>

const headOf = (application: Application, set: Named, at: string): string =>
  record('sys_remote_update_set', [
    ['sys_id', set.id],
    ['application', application.id, application.name],
    ['application_name', application.name],
    ['application_scope', application.scope],
    ['application_version', application.version],
    ['description', 'Built from the sources; holds the same records as the package.'],
    ['name', set.name],
    ['remote_sys_id', set.id],
    ['state', 'loaded'],
    ['sys_class_name', 'sys_remote_update_set'],
    ['sys_created_by', 'admin'],
    ['sys_created_on', at],
    ['sys_updated_by', 'admin'],
    ['sys_updated_on', at],
  ])

function updateOf({ name, xml }: Payload, application: Application, set: Named, at: string): string {
  const table = /<record_update table="([^"]+)"/.exec(xml)?.[1] ?? ''
  return record('sys_update_xml', [
    ['sys_id', idOf(application.scope, `update ${name}`)],
    ['action', 'INSERT_OR_UPDATE'],
    ['application', application.id, application.name],
    ['category', 'customer'],
    ['name', name],
    ['payload', xml],
    ['remote_update_set', set.id, set.name],
    ['replace_on_upgrade', 'false'],
    ['table', table],
    ['target_name', textIn(xml, 'name') || name],
    ['type', table],
    ['update_domain', 'global'],
    ['sys_created_by', 'admin'],
    ['sys_created_on', at],
    ['sys_updated_by', 'admin'],
    ['sys_updated_on', at],
  ])
}
