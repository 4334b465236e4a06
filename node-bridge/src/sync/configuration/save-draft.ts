import type { SavedSyncDraft, SaveSyncDraftRequest, SyncDraft } from '@accord/shared/schemas'
import { SYNC_TEMPLATES, TEMPLATE_NAMES } from '@accord/shared/sync'

import { orderedId } from '../../identifiers/ordered-id.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { findConnection } from '../../store/connections/connections.ts'
import type { Db } from '../../store/engine/tables.ts'
import { deleteDraft, type DraftName, type DraftRecord, findDraft, saveDraft } from '../../store/sync/rules-drafts.ts'
import { findConfiguredTable, findRules, findTrigger } from '../../store/sync/sync-rules.ts'
import type { SyncContext } from '../items/sync-context.ts'
import { TEMPLATE_SCRIPTS } from './template-scripts.ts'

/** Whoever goes on after a longer pause has begun anew. */
const PAUSE_MS = 30 * 60_000

type Content = Pick<SaveSyncDraftRequest, 'outgoing' | 'incoming' | 'trigger' | 'mayWiden'>

/**
 * Keeps what is being written, which runs nowhere. Throws `connection_unknown`; `state_conflict` for a table that this connection
 * cannot publish; `draft_changed` where somebody has changed the draft since `follows`. What stands there already is saved.
 */
export async function saveSyncDraft(
  { database, now }: Pick<SyncContext, 'database' | 'now'>,
  connectionId: string,
  { actor, follows, ...request }: SaveSyncDraftRequest,
): Promise<SavedSyncDraft> {
  if (!(await findConnection(database.db, connectionId))) throw new Refusal('connection_unknown')
  await requireTable(database.db, connectionId, request.table)
  const name = { connectionId, table: request.table }
  return database.transaction(async (transaction) => {
    const before = await findDraft(transaction, name)
    if (before && before.revision !== follows) {
      if (isSameContent(before, request)) return { draft: describeDraft(before) }
      throw changedBy(before)
    }
    if (isSameContent(await countingNow(transaction, name), request)) {
      if (before) await deleteDraft(transaction, name, before.revision)
      return { draft: null }
    }
    const draft = { ...name, ...request, revision: orderedId(), ...authorship(before, actor, now()) }
    if (!(await saveDraft(transaction, draft, follows))) throw new Refusal('draft_changed')
    return { draft: describeDraft(draft) }
  })
}

/** Publishing ends the draft that it was made of, and one that says nothing else than what counts from now on. */
export async function endDraft(transaction: Db, name: DraftName, revision: string | null): Promise<void> {
  const draft = await findDraft(transaction, name)
  if (!draft || (draft.revision !== revision && !isSameContent(await countingNow(transaction, name), draft))) return
  await deleteDraft(transaction, name, draft.revision)
}

/** A draft of a table that can never be published here would be seen by nobody. */
async function requireTable(db: Db, connectionId: string, table: string): Promise<void> {
  const configured = await findConfiguredTable(db, connectionId)
  const possible = configured === undefined ? TEMPLATE_NAMES.map((name) => SYNC_TEMPLATES[name].table) : [configured]
  if (possible.some((each) => each === table)) return
  throw new Refusal('state_conflict', `This connection syncs ${possible.join(', ')}: there is no draft for ${table}.`)
}

const changedBy = ({ author, changedAt }: DraftRecord): Refusal =>
  new Refusal('draft_changed', `${author} has changed this draft, last at ${changedAt.toISOString()}.`, {
    facts: { author, changedAt: changedAt.toISOString() },
  })

function authorship(before: DraftRecord | undefined, author: string, now: Date) {
  const goesOn = before?.author === author && now.getTime() - before.changedAt.getTime() < PAUSE_MS
  return { author, startedAt: goesOn ? before.startedAt : now, changedAt: now }
}

/** What counts, or what the template of the table would begin with. */
async function countingNow(db: Db, name: DraftName): Promise<Content> {
  const [outgoing, incoming, trigger] = await Promise.all([
    findRules(db, { ...name, direction: 'outgoing' }),
    findRules(db, { ...name, direction: 'incoming' }),
    findTrigger(db, name.connectionId, name.table),
  ])
  const template = TEMPLATE_NAMES.find((each) => SYNC_TEMPLATES[each].table === name.table)
  const { outgoing: first = '', incoming: second = '' } = template ? TEMPLATE_SCRIPTS[template] : {}
  return {
    outgoing: outgoing?.source ?? first,
    incoming: incoming?.source ?? second,
    trigger: trigger ?? {
      query: template ? SYNC_TEMPLATES[template].query : '',
      isActive: true,
      history: 'visible',
      notes: '',
    },
    mayWiden: outgoing?.mayWiden === true || incoming?.mayWiden === true,
  }
}

const isSameContent = (one: Content, other: Content): boolean =>
  one.outgoing === other.outgoing &&
  one.incoming === other.incoming &&
  one.mayWiden === other.mayWiden &&
  one.trigger.query === other.trigger.query &&
  one.trigger.isActive === other.trigger.isActive &&
  one.trigger.history === other.trigger.history &&
  one.trigger.notes === other.trigger.notes

export const describeDraft = (draft: DraftRecord): SyncDraft => ({
  revision: draft.revision,
  outgoing: draft.outgoing,
  incoming: draft.incoming,
  trigger: { ...draft.trigger },
  mayWiden: draft.mayWiden,
  basedOn: { ...draft.basedOn },
  author: draft.author,
  startedAt: draft.startedAt.toISOString(),
  changedAt: draft.changedAt.toISOString(),
})
