import type { ColumnDefinition } from '../contracts.ts'
import type { TableSource } from '../records/schema.ts'
import { PackageRefused } from './package-refused.ts'
import type { ReadPackage } from './read-package.ts'
import { readRecords, type PackageRecord } from './read-records.ts'
import { readXml, type XmlElement } from './read-xml.ts'

/** An update set saved as XML, of one application: its tables stand in it as rows of sys_db_object and sys_dictionary. */
export function readUpdateSet(file: string, bytes: Buffer): ReadPackage {
  const root = readXml(file, bytes)
  const set = root.children.find(({ name }) => name === 'sys_remote_update_set')
  if (root.name !== 'unload' || !set) throw new PackageRefused(`${file} holds no update set`)
  const state = textOf(set, 'state')
  if (state !== 'loaded') throw new PackageRefused(`The update set is ${state || 'without a state'}, not loaded`)
  const records = root.children.filter(({ name }) => name === 'sys_update_xml').flatMap(recordsOf)
  const application = records.find(({ table }) => table === 'sys_app')
  if (!application) throw new PackageRefused(`not simulated: an update set without its application (${file})`)
  const { scope = '', name = '', version = '' } = application.values
  return {
    scope,
    scopeSysId: application.sysId,
    name,
    version,
    application,
    tables: tablesOf(records, scope),
    records: records.filter((record) => record !== application),
    onceRecords: [],
    firstInstallRecords: [],
    demoRecords: [],
  }
}

const textOf = (element: XmlElement, name: string): string =>
  element.children.find((child) => child.name === name)?.text ?? ''

function recordsOf(update: XmlElement): readonly PackageRecord[] {
  const name = textOf(update, 'name')
  const payload = textOf(update, 'payload')
  if (name === '' || payload === '') throw new PackageRefused('An update of the set has no name or no payload')
  const updatedOn = textOf(update, 'sys_updated_on')
  return readRecords(`update/${name}.xml`, readXml(name, Buffer.from(payload))).map((record) => ({
    ...record,
    updatedOn,
  }))
}

function tablesOf(records: readonly PackageRecord[], scope: string): readonly TableSource[] {
  const objects = records.filter(({ table }) => table === 'sys_db_object')
  const nameOf = (sysId: string) => objects.find((object) => object.sysId === sysId)?.values['name']
  const columns = records.filter(({ table, values }) => table === 'sys_dictionary' && values['element'])
  return objects.map(({ values, keys }) => {
    const parent = nameOf(values['super_class'] ?? '') ?? keys['super_class']?.['name'] ?? values['super_class']
    return {
      name: values['name'] ?? '',
      label: values['label'] || (values['name'] ?? ''),
      scope,
      ...(parent ? { parent } : {}),
      columns: columns.filter((column) => column.values['name'] === values['name']).map(columnOf),
      webServiceAccess: values['ws_access'] === 'true',
    }
  })
}

function columnOf({ values }: PackageRecord): ColumnDefinition {
  const maxLength = Number(values['max_length'])
  const cascade = values['reference_cascade_rule']
  return {
    name: values['element'] ?? '',
    label: values['column_label'] || (values['element'] ?? ''),
    type: values['internal_type'] || 'string',
    mandatory: values['mandatory'] === 'true',
    readOnly: values['read_only'] === 'true',
    unique: values['unique'] === 'true',
    ...(values['display'] === 'true' ? { display: true } : {}),
    ...(values['reference'] ? { reference: values['reference'] } : {}),
    ...(cascade && cascade !== 'none' ? { cascade } : {}),
    ...(maxLength > 0 ? { maxLength } : {}),
    ...(values['default_value'] ? { defaultValue: values['default_value'] } : {}),
  }
}
