import { createHash } from 'node:crypto'

import type { DescribedTable, DictionaryWarning, DictionaryWarnings } from '@accord/shared/schemas'

import { recordAudit } from '../../audit/record-audit.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import { findRulesDictionary, type RulesDictionary, saveRulesDictionary } from '../../store/sync/rules-dictionary.ts'
import { findRules, listConfigured, type RulesRecord } from '../../store/sync/sync-rules.ts'
import { declareTables, type Finding } from '../language/index.ts'
import { DIRECTIONS } from './check-scripts.ts'
import { compilerFindings, newFindings, placed } from './compiler-findings.ts'
import type { ConfigurationContext } from './configuration-context.ts'
import { differingFields, type NamedField, namedFields } from './named-fields.ts'
import { configuredTable } from './read-configuration.ts'

/** Connections that are looked at in one turn. */
const MOST = 1_000

/** What the tracker says now, and its declarations, which are made once for all scripts of a direction. */
interface Dictionary {
  readonly tables: readonly DescribedTable[]
  readonly declared: Readonly<Record<RulesRecord['direction'], string>>
}

/** What a version met when it was published; `findings` is absent where an earlier release has stored it. */
interface Met {
  readonly fields: readonly NamedField[]
  readonly findings?: readonly Finding[] | undefined
}

const dictionaryOf = (tables: readonly DescribedTable[]): Dictionary => ({
  tables,
  declared: { outgoing: declareTables(tables, 'outgoing'), incoming: declareTables(tables, 'incoming') },
})

/**
 * Compares what published scripts name, and what the compiler says of them, with the tracker's dictionary of now. A tracker that
 * does not answer, or has said nothing yet, changes nothing of what was found before.
 */
export async function checkDictionaries(context: ConfigurationContext): Promise<void> {
  const tables = await context.tables.of(context)
  if (!tables) return
  const dictionary = dictionaryOf(tables)
  for (const { connectionId, table } of await listConfigured(context.database.db, MOST))
    await checkTable(context, dictionary, connectionId, table)
}

async function checkTable(
  context: ConfigurationContext,
  dictionary: Dictionary,
  connectionId: string,
  table: string,
): Promise<void> {
  for (const direction of DIRECTIONS) {
    const rules = await findRules(context.database.db, { connectionId, table, direction })
    if (rules) await checkRules(context, dictionary, rules)
  }
}

async function checkRules(context: ConfigurationContext, dictionary: Dictionary, rules: RulesRecord): Promise<void> {
  const { database, now } = context
  const { connectionId, table, direction, version, source } = rules
  const declared = dictionary.declared[direction]
  const hash = createHash('sha256').update(declared).digest('hex')
  const stored = await findRulesDictionary(database.db, rules)
  const before = stored?.version === version ? stored : undefined
  if (before?.seenHash === hash) return
  const uncompiled = `${hash} not compiled`
  const fields = namedFields(source, table, dictionary.tables)
  const findings = await compilerFindings(context, rules, declared)
  const met = before ? metOf(before) : { fields, findings }
  const named = placed(differingFields(source, direction, met.fields, fields), findings ?? [])
  const compiled = findings ? newFindings(rules, met.findings ?? findings, findings, named) : []
  const at = now()
  const warnings = [...named, ...compiled].map((each) => ({
    ...each,
    direction,
    version,
    since: knownOf(before, each)?.since ?? at.toISOString(),
  }))
  const next: RulesDictionary = {
    connectionId,
    table,
    direction,
    version,
    met: { fields: met.fields, findings: met.findings ?? findings },
    // Where the compiler did not come to an end it is asked once more; a script on which it never does is not its work for ever.
    seenHash: findings || before?.seenHash === uncompiled ? hash : uncompiled,
    warnings,
    changedAt: at,
  }
  await saveWarnings(context, next, stored, before)
}

/** Before there was a compiler in this, the fields alone were stored. */
const metOf = ({ met }: RulesDictionary): Met =>
  Array.isArray(met) ? { fields: met as readonly NamedField[] } : (met as Met)

/** `before`: what is known of this very version. */
async function saveWarnings(
  { database, log }: ConfigurationContext,
  next: RulesDictionary,
  stored: RulesDictionary | undefined,
  before: RulesDictionary | undefined,
): Promise<void> {
  const { connectionId, table, direction, version, changedAt: at } = next
  const warnings = next.warnings as readonly DictionaryWarning[]
  const hasChanged = before !== undefined && JSON.stringify(before.warnings) !== JSON.stringify(warnings)
  const isOurs = await database.transaction(async (transaction) => {
    if (!(await saveRulesDictionary(transaction, next, stored))) return false
    const words = warnings.map(({ kind, field }) => `${kind} ${field}`)
    const details = { table, direction, version, warnings: words }
    if (hasChanged)
      await recordAudit(transaction, {
        at,
        actor: 'accord',
        action: 'sync.dictionaryChanged',
        subject: connectionId,
        details,
      })
    return true
  })
  if (!isOurs || !hasChanged) return
  for (const { kind, field, line, before: was, now: is } of warnings)
    log.warn(
      { connectionId, table, direction, version, kind, field, line, was, is },
      'the dictionary of the tracker no longer says what a published script names',
    )
}

/** What was found before is not new. */
function knownOf(
  before: RulesDictionary | undefined,
  found: Pick<DictionaryWarning, 'kind' | 'table' | 'field' | 'before' | 'line'>,
): DictionaryWarning | undefined {
  const known = (before?.warnings ?? []) as readonly DictionaryWarning[]
  return known.find(
    (each) =>
      each.kind === found.kind &&
      each.table === found.table &&
      each.field === found.field &&
      each.before === found.before &&
      (each.kind !== 'compiler' || each.line === found.line),
  )
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
  if (tables) await checkTable(context, dictionaryOf(tables), connectionId, table)
  const warnings: DictionaryWarning[] = []
  for (const direction of DIRECTIONS) {
    const known = await findRulesDictionary(db, { connectionId, table, direction })
    const rules = await findRules(db, { connectionId, table, direction })
    if (known && known.version === rules?.version) warnings.push(...(known.warnings as readonly DictionaryWarning[]))
  }
  return { warnings }
}
