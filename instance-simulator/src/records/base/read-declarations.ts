import type { ColumnDefinition } from '../../contracts.ts'
import type { TableSource } from '../schema.ts'

/**
 * Reads tables written as
 *
 *     incident < task "Incident"
 *       caller_id reference:sys_user "Caller"
 *       number string(40) "Number" =javascript:getNextObjNumberPadded();
 *
 * `reference:sys_db_object#name` holds the name of the row, not its sys_id. A leading `*` marks the display column, `!` a unique one,
 * `~` a column of the parent that has another default here.
 */
export function readTableDeclarations(text: string): readonly TableSource[] {
  const tables: { source: Omit<TableSource, 'columns'>; columns: ColumnDefinition[] }[] = []
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (/^\s/.test(line)) tables.at(-1)?.columns.push(readColumn(line.trim()))
    else tables.push({ source: readTable(line), columns: [] })
  }
  return tables.map(({ source, columns }) => ({ ...source, columns }))
}

function readTable(line: string): Omit<TableSource, 'columns'> {
  const [, name, parent, label] = /^(\w+)(?: < (\w+))? "([^"]*)"$/.exec(line) ?? []
  if (name === undefined || label === undefined) throw new Error(`No table declaration: ${line}`)
  return { name, label, scope: 'global', webServiceAccess: true, ...(parent === undefined ? {} : { parent }) }
}

const columnShape = /^([*!~]?)(\w+) (\w+)(?::(\w+)(?:#(\w+))?)?(?:\((\d+)\))? "([^"]*)"(?: =(.*))?$/

function readColumn(line: string): ColumnDefinition {
  const [, mark, name, type, reference, referenceKey, maxLength, label, defaultValue] = columnShape.exec(line) ?? []
  if (name === undefined || type === undefined || label === undefined) throw new Error(`No column declaration: ${line}`)
  return {
    name,
    label,
    type,
    ...(reference === undefined ? {} : { reference }),
    ...(referenceKey === undefined ? {} : { referenceKey }),
    ...(maxLength === undefined ? {} : { maxLength: Number(maxLength) }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(mark === '*' ? { display: true } : {}),
    ...(mark === '!' ? { unique: true } : {}),
    ...(mark === '~' ? { isOverride: true } : {}),
  }
}
