import type { ArchiveFiles } from '../../instance-simulator/src/package/read-archive.ts'
import { readRecords, type PackageRecord } from '../../instance-simulator/src/package/read-records.ts'
import { readXml } from '../../instance-simulator/src/package/read-xml.ts'

/** A packed application, taken apart as an instance would do it. */
export interface BuiltPackage {
  readonly files: ArchiveFiles
  readonly scope: string
  readonly records: readonly PackageRecord[]
  /** sys_module: path → content. */
  readonly modules: ReadonlyMap<string, string>
  /** Scripts that stand in a record's own field. */
  readonly scripts: readonly { readonly where: string; readonly source: string }[]
}

/** Which field of which table the platform runs on the server. */
const SCRIPT_FIELDS: Readonly<Record<string, string>> = {
  sys_ws_operation: 'operation_script',
  sys_ui_action: 'script',
  sys_script: 'script',
  sys_script_include: 'script',
  sys_security_acl: 'script',
  sysauto_script: 'script',
  sys_ui_page: 'processing_script',
}

export const recordsOf = (built: BuiltPackage, table: string): readonly PackageRecord[] =>
  built.records.filter((record) => record.table === table)

export const nameOf = ({ table, values, sysId }: PackageRecord): string =>
  `${table} ${values['name'] || values['path'] || sysId}`

/** Throws when a file is no XML that a record could stand in, or when there is no application among the records. */
export function takeApart(files: ArchiveFiles): BuiltPackage {
  const records = [...files]
    .filter(([name]) => name.endsWith('.xml') && !name.startsWith('dictionary/'))
    .flatMap(([name, content]) => readRecords(name, readXml(name, content)))
  const application = records.find(({ table }) => table === 'sys_app')
  if (!application) throw new Error('The package holds no application')
  const modules = records.filter(({ table }) => table === 'sys_module')
  return {
    files,
    scope: application.values['scope'] ?? '',
    records,
    modules: new Map(modules.map(({ values }) => [values['path'] ?? '', values['content'] ?? ''])),
    scripts: records.flatMap(scriptIn),
  }
}

function scriptIn(record: PackageRecord): { where: string; source: string }[] {
  const field = SCRIPT_FIELDS[record.table]
  const source = field === undefined ? '' : (record.values[field] ?? '')
  return source.trim() === '' ? [] : [{ where: nameOf(record), source }]
}
