import type { Selectable } from 'kysely'

import { compiledOnce } from '../engine/compiled-once.ts'
import type { Db } from '../engine/tables.ts'
import type { PairingTable } from '../engine/tables/instance-tables.ts'

const THE_ONE = 1

/** Where an application answers that does not say so: those of the first releases, which all had one scope. */
export const EARLIER_API_BASE = '/api/x_accord_bridge/v1'

/** How the last callback to the instance ended. `code`: `delivered`, or a code of the catalogue. */
export interface CallbackOutcome {
  readonly at: Date
  readonly code: string
  readonly detail: string
  /** The instance's clock minus ours, where its answer held the time. */
  readonly clockDifferenceMs: number | null
}

/** An instance that called with the token of this pairing and is another one. */
export interface RefusedCopy {
  readonly url: string
  readonly at: Date
}

export interface PairingRecord {
  readonly instanceUrl: string
  /** Path below that URL, with the scope under which the application was built. */
  readonly apiBase: string
  /** What its platform calls it by; null for an application that did not name it. */
  readonly instanceId: string | null
  readonly instanceName: string
  readonly instanceVersion: string
  readonly appVersion: string
  readonly tokenHash: string
  readonly callbackKeySealed: string
  readonly pairedBy: string
  readonly pairedAt: Date
  readonly lastCallback: CallbackOutcome | null
  /** The last one. */
  readonly copy: RefusedCopy | null
}

const recordOf = (row: Selectable<PairingTable>): PairingRecord => ({
  instanceUrl: row.instance_url,
  apiBase: row.api_base,
  instanceId: row.instance_id,
  instanceName: row.instance_name,
  instanceVersion: row.instance_version,
  appVersion: row.app_version,
  tokenHash: row.token_hash,
  callbackKeySealed: row.callback_key_sealed,
  pairedBy: row.paired_by,
  pairedAt: new Date(row.paired_at),
  lastCallback:
    row.last_callback_at === null
      ? null
      : {
          at: new Date(row.last_callback_at),
          code: row.last_callback_code ?? '',
          detail: row.last_callback_detail ?? '',
          clockDifferenceMs: row.clock_difference_ms,
        },
  copy: row.copy_refused_at === null ? null : { url: row.copy_url ?? '', at: new Date(row.copy_refused_at) },
})

const thePairing = compiledOnce((db) => db.selectFrom('pairing').selectAll())

export async function findPairing(db: Db): Promise<PairingRecord | undefined> {
  const [row] = (await thePairing(db, {})).rows
  return row && recordOf(row)
}

/** One node serves one instance: a new pairing takes the place of the old one. */
export async function replacePairing(db: Db, pairing: Omit<PairingRecord, 'lastCallback' | 'copy'>): Promise<void> {
  await removePairing(db)
  await db
    .insertInto('pairing')
    .values({
      id: THE_ONE,
      instance_url: pairing.instanceUrl,
      api_base: pairing.apiBase,
      instance_id: pairing.instanceId,
      instance_name: pairing.instanceName,
      instance_version: pairing.instanceVersion,
      app_version: pairing.appVersion,
      token_hash: pairing.tokenHash,
      callback_key_sealed: pairing.callbackKeySealed,
      paired_by: pairing.pairedBy,
      paired_at: pairing.pairedAt.getTime(),
      last_callback_at: null,
      last_callback_code: null,
      last_callback_detail: null,
      clock_difference_ms: null,
      copy_url: null,
      copy_refused_at: null,
    })
    .execute()
}

/** Nobody is paired from here on. */
export async function removePairing(db: Db): Promise<void> {
  await db.deleteFrom('pairing').execute()
}

export async function recordRefusedCopy(db: Db, { url, at }: RefusedCopy): Promise<void> {
  await db.updateTable('pairing').set({ copy_url: url, copy_refused_at: at.getTime() }).execute()
}

export async function recordCallbackOutcome(db: Db, outcome: CallbackOutcome): Promise<void> {
  await db
    .updateTable('pairing')
    .set({
      last_callback_at: outcome.at.getTime(),
      last_callback_code: outcome.code,
      last_callback_detail: outcome.detail,
      clock_difference_ms: outcome.clockDifferenceMs,
    })
    .execute()
}
