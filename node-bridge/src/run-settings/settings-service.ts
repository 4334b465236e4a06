import { LIMITS, type VersionRange } from '@accord/shared/protocol'
import { type ChangeSettingsRequest, type NodeSettings, RunSettings } from '@accord/shared/schemas'

import { recordAudit } from '../audit/record-audit.ts'
import type { Config } from '../config/config.ts'
import { NODE_VERSION } from '../config/node-version.ts'
import type { Database } from '../store/engine/database.ts'
import {
  listNodeSettings,
  type NodeSettingRecord,
  putNodeSetting,
  removeNodeSetting,
} from '../store/node/node-settings.ts'
import { findPairing } from '../store/instance/pairings.ts'
import { describeFixed } from './fixed-settings.ts'

export interface SettingsContext {
  readonly database: Database
  readonly config: Config
  readonly publicUrl: string
  readonly restVersions: VersionRange
  readonly hubObjectVersions: VersionRange
  readonly now: () => Date
}

export interface Settings {
  read(): Promise<NodeSettings>
  change(request: ChangeSettingsRequest): Promise<NodeSettings>
  /** What holds now: what was changed here, else what the node started with. */
  current(): Promise<RunSettings>
}

export const createSettingsService = (context: SettingsContext): Settings => ({
  current: async () => runOf(context, await listNodeSettings(context.database.db)),
  read: () => describe(context),
  change: async (request) => {
    await change(context, request)
    return describe(context)
  },
})

const defaultsOf = ({ config }: SettingsContext): RunSettings => ({
  invitationValidityMs: LIMITS.invitationDefaultMs,
  approval: false,
  rotateKeysDays: config.rotateKeysDays,
})

/** A row that an older or newer release wrote and that makes no sense here counts as none. */
function runOf(context: SettingsContext, records: readonly NodeSettingRecord[]): RunSettings {
  const changed = Object.fromEntries(records.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
  const read = RunSettings.partial().safeParse(changed)
  return RunSettings.parse({ ...defaultsOf(context), ...(read.success ? read.data : {}) })
}

async function change({ database, now }: SettingsContext, { actor, ...wanted }: ChangeSettingsRequest): Promise<void> {
  const at = now()
  const changes = Object.entries(wanted).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  if (changes.length === 0) return
  await database.transaction(async (transaction) => {
    for (const [name, value] of changes)
      await (value === null
        ? removeNodeSetting(transaction, name)
        : putNodeSetting(transaction, { name, value: JSON.stringify(value), changedAt: at, changedBy: actor }))
    const details = Object.fromEntries(changes)
    await recordAudit(transaction, { at, actor, action: 'settings.changed', subject: null, details })
  })
}

async function describe(context: SettingsContext): Promise<NodeSettings> {
  const { database, config, publicUrl, restVersions, hubObjectVersions } = context
  const records = await listNodeSettings(database.db)
  const last = records.toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime())[0]
  return {
    run: runOf(context, records),
    defaults: defaultsOf(context),
    changedAt: last?.changedAt.toISOString() ?? null,
    changedBy: last?.changedBy ?? null,
    fixed: describeFixed(config, publicUrl),
    pairing: await describePairing(database),
    versions: { node: NODE_VERSION, rest: restVersions, hub: hubObjectVersions, database: database.dialect },
  }
}

async function describePairing({ db }: Database): Promise<NodeSettings['pairing']> {
  const pairing = await findPairing(db)
  if (!pairing) return null
  const { instanceUrl, instanceName, instanceVersion, appVersion, pairedBy, pairedAt, lastCallback } = pairing
  return {
    instanceUrl,
    instanceName,
    instanceVersion,
    appVersion,
    pairedBy,
    pairedAt: pairedAt.toISOString(),
    lastCallbackAt: lastCallback?.at.toISOString() ?? null,
  }
}
