import type { ColumnDefinition } from '../contracts.ts'
import type { TableSource } from '../records/schema.ts'
import { PackageRefused } from './package-refused.ts'
import type { XmlElement } from './read-xml.ts'

/** The table of one `dictionary/*.xml`. */
export function readDictionary(file: string, root: XmlElement, scope: string): TableSource {
  const collection = root.children.find(({ attributes }) => attributes['type'] === 'collection')
  const name = collection?.attributes['name']
  if (!collection || name === undefined) throw new PackageRefused(`${file} defines no table`)
  const { attributes } = collection
  const displayed = attributes['display'] || undefined
  const columns = collection.children.filter((child) => child.name === 'element').map(readColumn)
  return {
    name,
    label: attributes['label'] || name,
    scope,
    ...(attributes['extends'] ? { parent: attributes['extends'] } : {}),
    columns: columns.map((column) => (column.name === displayed ? { ...column, display: true } : column)),
    webServiceAccess: attributes['ws_access'] === 'true',
  }
}

function readColumn({ attributes }: XmlElement): ColumnDefinition {
  const maxLength = Number(attributes['max_length'])
  const cascade = attributes['reference_cascade_rule']
  return {
    name: attributes['name'] ?? '',
    label: attributes['label'] || (attributes['name'] ?? ''),
    type: attributes['type'] ?? 'string',
    mandatory: attributes['mandatory'] === 'true',
    readOnly: attributes['read_only'] === 'true',
    unique: attributes['unique'] === 'true',
    ...(attributes['display'] === 'true' ? { display: true } : {}),
    ...(attributes['reference'] ? { reference: attributes['reference'] } : {}),
    ...(cascade && cascade !== 'none' ? { cascade } : {}),
    ...(maxLength > 0 ? { maxLength } : {}),
    ...(attributes['default_value'] ? { defaultValue: attributes['default_value'] } : {}),
  }
}
