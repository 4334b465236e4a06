import type { PublishedScript, SyncAccessReport, SyncConfiguration } from '@accord/shared/schemas'
import { SYNC_TEMPLATES, TEMPLATE_NAMES, type TableAccess, type TemplateName } from '@accord/shared/sync'

import { isRefusal, Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { findDraft, findDraftedTable } from '../../store/sync/rules-drafts.ts'
import { findConfiguredTable, findRules, findTrigger, type RulesRecord } from '../../store/sync/sync-rules.ts'
import { findPeerReadiness } from '../items/readiness.ts'
import { describeUnmappedWords } from '../items/unmapped-words.ts'
import { basicScripts, isBasic } from './basic-mode.ts'
import { type ConfigurationContext, findTracker } from './configuration-context.ts'
import { describeDraft } from './save-draft.ts'
import { TEMPLATE_SCRIPTS } from './template-scripts.ts'

const FIRST_TEMPLATE: TemplateName = 'incident'

/** What this side of a connection sends and takes, or the template that it would begin with, if it is that one. Throws `connection_unknown`. */
export async function readConfiguration(
  context: ConfigurationContext,
  connectionId: string,
  template?: TemplateName,
): Promise<SyncConfiguration> {
  const { db } = context.database
  const connection = await findConnection(db, connectionId)
  if (!connection) throw new Refusal('connection_unknown')
  const { name, table } = await configuredTable(db, connectionId, template)
  const { query } = SYNC_TEMPLATES[name]
  const [outgoing, incoming, trigger, draft, access] = await Promise.all([
    findRules(db, { connectionId, table, direction: 'outgoing' }),
    findRules(db, { connectionId, table, direction: 'incoming' }),
    findTrigger(db, connectionId, table),
    findDraft(db, { connectionId, table }),
    reportAccess(context),
  ])
  return {
    connectionId,
    table,
    isBasic: await isBasic(db, connection),
    template: { name, query, ...(connection.mode === 'basic' ? basicScripts() : TEMPLATE_SCRIPTS[name]) },
    outgoing: publishedOf(outgoing),
    incoming: publishedOf(incoming),
    trigger: trigger
      ? {
          id: trigger.id,
          query: trigger.query,
          isActive: trigger.isActive,
          history: trigger.history,
          notes: trigger.notes,
          changedAt: trigger.changedAt.toISOString(),
          changedBy: trigger.changedBy,
        }
      : null,
    draft: draft ? describeDraft(draft) : null,
    access,
    isPeerReady: await findPeerReadiness(db, connection),
    unmapped: await describeUnmappedWords(db, context.vault, { connectionId, table }),
  }
}

/** The table that this side has configured, or that of the template with which it would begin, or has begun to write. */
export async function configuredTable(
  db: Db,
  connectionId: string,
  template?: TemplateName,
): Promise<{ readonly name: TemplateName; readonly table: string }> {
  const configured = await findConfiguredTable(db, connectionId)
  if (configured !== undefined) return { name: templateOf(configured) ?? FIRST_TEMPLATE, table: configured }
  const name = template ?? templateOf(await findDraftedTable(db, connectionId)) ?? FIRST_TEMPLATE
  return { name, table: SYNC_TEMPLATES[name].table }
}

const templateOf = (table: string | undefined): TemplateName | undefined =>
  TEMPLATE_NAMES.find((each) => SYNC_TEMPLATES[each].table === table)

const publishedOf = (rules: RulesRecord | undefined): PublishedScript | null =>
  rules
    ? {
        version: rules.version,
        source: rules.source,
        mayWiden: rules.mayWiden,
        publishedAt: rules.publishedAt.toISOString(),
        publishedBy: rules.publishedBy,
      }
    : null

/** A tracker that does not answer hides nothing of what this side has published. */
async function reportAccess(context: ConfigurationContext): Promise<SyncAccessReport> {
  try {
    const open = await (await findTracker(context))?.describe()
    if (!open) return { state: 'none' }
    return { state: 'known', isSyncUserReady: open.isSyncUserReady, tables: open.tables.map(writable) }
  } catch (error) {
    context.log.warn({ err: error }, 'sync access could not be read')
    const problem = isRefusal(error) ? error.code : 'instance_unreachable'
    return { state: 'unknown', problem, detail: error instanceof Error ? error.message : '' }
  }
}

const writable = (access: TableAccess) => ({
  ...access,
  readFields: [...access.readFields],
  writeFields: [...access.writeFields],
  readJournals: [...access.readJournals],
  writeJournals: [...access.writeJournals],
})
