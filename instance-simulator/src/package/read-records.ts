import type { Row } from '../contracts.ts'
import type { XmlElement } from './read-xml.ts'

/** One `<table action="…">` of an update file. */
export interface PackageRecord {
  readonly file: string
  readonly table: string
  readonly action: 'INSERT_OR_UPDATE' | 'DELETE' | 'delete_multiple' | (string & {})
  readonly sysId: string
  readonly values: Row
  /** Reference fields that also say which record they mean, e.g. `<sys_user_role name="admin">`. */
  readonly keys: Readonly<Record<string, Row>>
  /** The encoded query of a `delete_multiple`. */
  readonly query: string
  /** Of an update set: when the update was made, UTC. */
  readonly updatedOn?: string
}

/** As an update of a set is named. */
export const updateName = ({ table, sysId }: PackageRecord): string => `${table}_${sysId}`

/** What an element's attributes say about its value rather than about the record meant. */
const notKeys = new Set(['display_value', 'source', 'action'])

/** All records of a `<record_update>`, in order; wrappers such as `<sys_choice_v2>` are looked into. */
export function readRecords(file: string, root: XmlElement): readonly PackageRecord[] {
  return root.children
    .filter(isNotLost)
    .flatMap((element) =>
      element.children.some(isRecord)
        ? element.children.filter(isRecord).map((each) => readRecord(file, each))
        : readRecord(file, element),
    )
}

/** What the platform writes itself at the root of a list layout, and wants there again. */
const LIST_ROOT = ['table', 'view', 'parent', 'relationship', 'sys_domain', 'version']

/** A list layout whose root does not say what it lays out is lost at the installation, without a word (SDK 4.11.0). */
const isNotLost = ({ name, attributes }: XmlElement): boolean =>
  name !== 'sys_ui_list' || attributes['action'] !== undefined || LIST_ROOT.every((each) => each in attributes)

/** A nested record has fields of its own or removes something; a field of a record has neither. */
const isRecord = (element: XmlElement) => element.attributes['action'] !== undefined

function readRecord(file: string, element: XmlElement): PackageRecord {
  const values: Record<string, string> = {}
  const keys: Record<string, Row> = {}
  for (const field of element.children) {
    values[field.name] = field.text
    const key = Object.entries(field.attributes).filter(([name]) => !notKeys.has(name))
    if (key.length > 0) keys[field.name] = Object.fromEntries(key)
  }
  return {
    file,
    table: element.name,
    action: element.attributes['action'] ?? 'INSERT_OR_UPDATE',
    sysId: values['sys_id'] ?? '',
    values,
    keys,
    query: element.attributes['query'] ?? '',
  }
}
