import type { Caller, EngineParts, Operation, Query, Row } from '../../contracts.ts'
import { UniqueKeyViolation } from '../../records/record-store.ts'
import type { FilterVerdict } from '../filter-verdict.ts'
import type { WriteOutcome } from '../job.ts'
import { row, text, type HostOperation } from './questions.ts'

/** Rows and fields under the caller's ACLs: unreadable rows vanish, unreadable fields are empty. */
async function readable(parts: EngineParts, table: string, rows: readonly Row[], caller: Caller): Promise<Row[]> {
  const kept: Row[] = []
  for (const found of rows) {
    if (!(await parts.access.decide('read', table, found, undefined, caller)).allowed) continue
    const seen: Record<string, string> = {}
    for (const [field, value] of Object.entries(found)) {
      const { allowed } = await parts.access.decide('read', table, found, field, caller)
      if (allowed) seen[field] = value
    }
    kept.push({ ...seen, sys_id: found['sys_id'] ?? '' })
  }
  return kept
}

/** A script is not stopped by a unique key: its insert() gives null and the log says why, as on the platform. */
function writeOrTell({ log }: EngineParts, write: () => Row | undefined): WriteOutcome {
  try {
    const written = write()
    return written ? { row: written } : {}
  } catch (error) {
    if (!(error instanceof UniqueKeyViolation)) throw error
    log('warn', error.message)
    return { duplicate: error.message }
  }
}

export const RECORD_OPERATIONS: Readonly<Record<string, HostOperation>> = {
  'record.query': ({ parts, caller }, question) => {
    const table = text(question, 'table')
    if (!parts.store.findTable(table)) return []
    const { encoded = '', orderBy = [], limit, offset } = question as Query & { encoded?: string }
    const query = {
      encoded,
      orderBy,
      ...(typeof limit === 'number' ? { limit } : {}),
      ...(typeof offset === 'number' ? { offset } : {}),
    }
    const rows = parts.store.query(table, query, caller)
    return question['secure'] === true ? readable(parts, table, rows, caller) : rows
  },
  'record.queryValid': ({ parts, caller }, question) => {
    const table = text(question, 'table')
    return (
      parts.store.findTable(table) !== undefined && parts.store.isQueryValid(table, text(question, 'encoded'), caller)
    )
  },
  'record.find': ({ parts }, question) => parts.store.find(text(question, 'table'), text(question, 'sysId')) ?? null,
  'record.insert': ({ parts, caller }, question) =>
    writeOrTell(parts, () =>
      parts.store.insert(text(question, 'table'), row(question, 'values') ?? {}, caller, 'deferred'),
    ),
  'record.update': ({ parts, caller, audit }, question) => {
    const { sysId, table } = { sysId: text(question, 'sysId'), table: text(question, 'table') }
    const values = row(question, 'changes') ?? {}
    const before = parts.store.find(table, sysId)
    return writeOrTell(parts, () => {
      const after = parts.store.update(table, sysId, values, caller, 'deferred')
      if (before && after && question['audited'] === true)
        audit.updated(after['sys_class_name'] || table, { before, after, values }, caller)
      return after
    })
  },
  'record.remove': ({ parts, caller, audit }, question) => {
    const { sysId, table } = { sysId: text(question, 'sysId'), table: text(question, 'table') }
    const before = parts.store.find(table, sysId)
    if (before && question['audited'] === true) audit.deleted(before['sys_class_name'] || table, before, caller)
    return parts.store.remove(table, sysId, caller)
  },
  'record.cascaded': ({ parts }, question) => parts.store.cascadedBy(text(question, 'table'), text(question, 'sysId')),
  'record.journalEntries': ({ parts }, question) =>
    parts.store.journalEntries(text(question, 'table'), text(question, 'sysId'), row(question, 'values') ?? {}),
  'record.matches': ({ parts, caller }, question) => {
    const [table, encoded] = [text(question, 'table'), text(question, 'encoded')]
    const filter = question['filter'] as { caseSensitive: boolean } | undefined
    const manner = filter && { caseSensitive: filter.caseSensitive, emptyIsLess: true }
    return parts.store.matches(table, encoded, row(question, 'row') ?? {}, row(question, 'previous'), caller, manner)
  },
  'record.matchesEach': ({ parts: { store }, caller }, question) => {
    const [table, after, before] = [text(question, 'table'), row(question, 'row') ?? {}, row(question, 'previous')]
    const filters = question['filters'] as readonly string[]
    return filters.map((filter): FilterVerdict => {
      try {
        return store.matches(table, filter, after, before, caller)
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error))
        return { name, message }
      }
    })
  },
  'record.walk': ({ parts }, question) =>
    parts.store.walk(text(question, 'table'), row(question, 'row') ?? {}, text(question, 'path')) ?? null,
  'record.display': ({ parts: { store }, caller }, question) => {
    const [table, field, value] = [text(question, 'table'), text(question, 'field'), text(question, 'value')]
    return store.displayValue(table, field, value, store.viewerOf(caller))
  },
  'record.choices': ({ parts: { store }, caller }, question) =>
    store.choicesOf(text(question, 'table'), text(question, 'field'), store.languageOf(caller)),
  'record.journal': ({ parts: { store }, caller }, question) => {
    const [table, sysId, field] = [text(question, 'table'), text(question, 'sysId'), text(question, 'field')]
    const { count } = question
    return store.journalText(table, sysId, field, store.viewerOf(caller), typeof count === 'number' ? count : undefined)
  },
  'record.valueOfDisplay': ({ parts, caller }, question) =>
    parts.store.valueOfDisplay(text(question, 'table'), text(question, 'field'), text(question, 'text'), caller),
  'record.can': async ({ parts, caller }, question) => {
    const field = text(question, 'field') || undefined
    const operation = text(question, 'operation') as Operation
    return (await parts.access.decide(operation, text(question, 'table'), row(question, 'row'), field, caller)).allowed
  },
  'secret.encrypt': ({ parts }, question) => parts.store.encrypt(text(question, 'text')),
  'secret.decrypt': ({ parts }, question) => parts.store.decrypt(text(question, 'text')),
}
