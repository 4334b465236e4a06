import { createHash } from 'node:crypto'

import type { DescribedTable, DictionaryWarning, DictionaryWarnings } from '@accord/shared/schemas'

import { recordAudit } from '../../audit/record-audit.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findRulesDictionary, type RulesDictionary, saveRulesDictionary } from '../../store/sync/rules-dictionary.ts'
import { findRules, listConfigured, type RulesRecord } from '../../store/sync/sync-rules.ts'
import { declareTables } from '../language/index.ts'
import { DIRECTIONS } from './check-scripts.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { differingFields, type NamedField, namedFields } from './named-fields.ts'
import { configuredTable } from './read-configuration.ts'

/** Connections that are looked at in one turn. */
const MOST = 1_000

/**
 * Compares what published scripts name with what the tracker's dictionary says now. A tracker that does not answer, or has said
 * nothing yet, changes nothing of what was found before.
 */
export async function checkDictionaries(context: ConfigurationContext): Promise<void> {
  const tables = await context.tables.of(context)
  if (!tables) return
  for (const { connectionId, table } of await listConfigured(context.database.db, MOST))
    await checkTable(context, tables, connectionId, table)
}

async function checkTable(
  context: ConfigurationContext,
  tables: readonly DescribedTable[],
  connectionId: string,
  table: string,
): Promise<void> {
  for (const direction of DIRECTIONS) {
    const rules = await findRules(context.database.db, { connectionId, table, direction })
    if (rules) await checkRules(context, tables, rules)
  }
}

async function checkRules(
  context: ConfigurationContext,
  tables: readonly DescribedTable[],
  rules: RulesRecord,
): Promise<void> {
  const { database, log, now } = context
  const { connectionId, table, direction, version, source } = rules
  const fields = namedFields(source, table, tables)
  const seenHash = createHash('sha256').update(JSON.stringify(fields)).digest('hex')
  const before = await findRulesDictionary(database.db, rules)
  if (before?.version === version && before.seenHash === seenHash) return
  const at = now()
  const name = { connectionId, table, direction, version }
  const then = before?.version === version ? (before.fields as readonly NamedField[]) : fields
  const found = await placed(context, tables, rules, differingFields(source, direction, then, fields))
  const warnings = found.map((each) => ({
    ...each,
    direction,
    version,
    since: sinceOf(before, version, each) ?? at.toISOString(),
  }))
  const next: RulesDictionary = { ...name, fields: then, seenHash, warnings, changedAt: at }
  const isOurs = await database.transaction(async (transaction) => {
    if (!(await saveRulesDictionary(transaction, next, before))) return false
    const words = warnings.map(({ kind, field }) => `${kind} ${field}`)
    const details = { table, direction, version, warnings: words }
    if (before?.version === version)
      await recordAudit(transaction, {
        at,
        actor: 'accord',
        action: 'sync.dictionaryChanged',
        subject: connectionId,
        details,
      })
    return true
  })
  if (isOurs)
    for (const { kind, field, line, before: was, now: is } of warnings)
      log.warn(
        { connectionId, table, direction, version, kind, field, line, was, is },
        'the dictionary of the tracker no longer says what a published script names',
      )
}

type Found = ReturnType<typeof differingFields>[number]

/** On the lines at which the compiler stumbles over them; where it does not, on the first that names them. */
async function placed(
  { language, log }: ConfigurationContext,
  tables: readonly DescribedTable[],
  { direction, source }: RulesRecord,
  found: readonly Found[],
): Promise<readonly Found[]> {
  if (found.length === 0) return found
  try {
    const draft = { direction, source, language: 'en', tables: declareTables(tables, direction) }
    const findings = await language.ask({ kind: 'diagnose', draft })
    return found.map((each) => {
      const at = findings.find(({ facts }) => facts['field'] === each.field)
      return at && each.kind !== 'type' ? { ...each, line: at.from.line } : each
    })
  } catch (error) {
    log.warn({ err: error }, 'a published script could not be compiled against the dictionary of now')
    return found
  }
}

/** What was found before is not new. */
function sinceOf(
  before: RulesDictionary | undefined,
  version: number,
  found: Pick<DictionaryWarning, 'kind' | 'table' | 'field' | 'before'>,
): string | undefined {
  if (before?.version !== version) return undefined
  const known = before.warnings as readonly DictionaryWarning[]
  return known.find(
    (each) =>
      each.kind === found.kind &&
      each.table === found.table &&
      each.field === found.field &&
      each.before === found.before,
  )?.since
}

/** What of a connection's published scripts the dictionary of now no longer fits. Throws `connection_unknown`. */
export async function readDictionaryWarnings(
  context: ConfigurationContext,
  connectionId: string,
): Promise<DictionaryWarnings> {
  const { db } = context.database
  if (!(await findConnection(db, connectionId))) throw new Refusal('connection_unknown')
  const { table } = await configuredTable(db, connectionId)
  const tables = await context.tables.of(context)
  if (tables) await checkTable(context, tables, connectionId, table)
  const warnings: DictionaryWarning[] = []
  for (const direction of DIRECTIONS) {
    const known = await findRulesDictionary(db, { connectionId, table, direction })
    const rules = await findRules(db, { connectionId, table, direction })
    if (known && known.version === rules?.version) warnings.push(...(known.warnings as readonly DictionaryWarning[]))
  }
  return { warnings }
}
