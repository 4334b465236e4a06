import type { Caller, Row, SimulatorParts, TableDefinition } from '../contracts.ts'
import { firstRow, isOn, lineageOf, rowsOf, scopeOf } from '../engine/metadata.ts'
import { DEFAULT_VIEW } from '../records/base/seed-related-lists.ts'
import { embeddedListHtml, type EmbeddedList, readEmbedded, readFound } from './embedded-list.ts'
import { html, type Html } from './html.ts'

export interface RelatedList extends EmbeddedList {
  readonly title: string
}

/** `REL:` and the id of a relationship, or `<table>.<field>` where the field refers to the record. */
const DEFINED = /^REL:([0-9a-f]{32})$/
const BY_REFERENCE = /^([a-z0-9_]+)\.([a-z0-9_]+)$/

/** The lists below the form of a record, in their order: those of its own table's default view, as nobody has personalised them. */
export async function relatedLists(
  parts: SimulatorParts,
  table: TableDefinition,
  row: Row,
  caller: Caller,
): Promise<readonly RelatedList[]> {
  const { store } = parts
  const layout = rowsOf(store, 'sys_ui_related_list', `name=${table.name}^view=${DEFAULT_VIEW}`).find(
    ({ sys_user: user = '' }) => user === '',
  )
  if (!layout) return []
  const entries = rowsOf(store, 'sys_ui_related_list_entry', `list_id=${layout['sys_id']}`)
  const lists: RelatedList[] = []
  for (const entry of entries.toSorted((a, b) => Number(a['position']) - Number(b['position']))) {
    const list = await readEntry(parts, entry['related_list'] ?? '', { table: table.name, row }, caller)
    if (list) lists.push(list)
  }
  return lists
}

interface Parent {
  readonly table: string
  readonly row: Row
}

async function readEntry(
  parts: SimulatorParts,
  name: string,
  parent: Parent,
  caller: Caller,
): Promise<RelatedList | undefined> {
  const [, relationship] = DEFINED.exec(name) ?? []
  if (relationship !== undefined) return readDefined(parts, relationship, parent, caller)
  const [, child = '', field = ''] = BY_REFERENCE.exec(name) ?? []
  const table = parts.store.findTable(child)
  if (!table?.columns.has(field)) return undefined
  const list = await readEmbedded(parts, { table, field }, parent.row['sys_id'] ?? '', caller)
  return { ...list, title: list.table.label }
}

/** Whose table applies to this one, with the rows that its script leaves; a relationship of scripts alone is refused by name. */
async function readDefined(
  parts: SimulatorParts,
  id: string,
  parent: Parent,
  caller: Caller,
): Promise<RelatedList | undefined> {
  const { store, engine, ledger } = parts
  const relationship = firstRow(store, 'sys_relationship', `sys_id=${id}`)
  if (!relationship) return undefined
  const { sys_id: sysId = '', name = '', basic_apply_to: applies = '', basic_query_from: from = '' } = relationship
  if (isOn(relationship['advanced']) || isOn(relationship['simple_reference'])) {
    ledger.refused('sys_relationship', sysId, 'not simulated: an advanced relationship, or one of a field')
    return undefined
  }
  const table = store.findTable(from)
  if (!table || !lineageOf(store, parent.table).includes(applies)) return undefined
  const source = relationship['query_with'] ?? ''
  const script = { name: `sys_relationship.${sysId}`, source, scope: scopeOf(store, relationship) }
  const { value } = await engine.run({ kind: 'relatedQuery', script, table: from, parent }, caller)
  ledger.executed('sys_relationship', sysId)
  const list = await readFound(parts, table, typeof value === 'string' ? value : '', caller)
  return { ...list, title: name }
}

export const relatedListHtml = (list: RelatedList): Html =>
  html`<section class="card" aria-label="${list.title}">
    <h2>${list.title}</h2>
    ${embeddedListHtml(list)}
  </section>`
