import type {
  InstalledLicence,
  InstallLicenceRequest,
  LicenceDetails,
  LicenceReport,
  PublicJwk,
} from '@accord/shared/schemas'

import { recordAudit } from '../audit/record-audit.ts'
import { fingerprintOf, thumbprintOf } from '../keys/key-pair.ts'
import { isRefusal, Refusal } from '../refusals/refusal.ts'
import { countOpenConnections } from '../store/connections/connections.ts'
import type { Database } from '../store/engine/database.ts'
import { insertLicence, type LicenceRecord, listLicences } from '../store/licence/licences.ts'
import { findLicence } from './find-licence.ts'
import { currentEntitlement, type Entitlement } from './entitlement.ts'
import type { LicenceClock } from './licence-clock.ts'
import { endOf, readLicenceToken } from './licence-token.ts'

export interface LicenceContext {
  readonly database: Database
  readonly clock: LicenceClock
  readonly instanceUid: string
  readonly publicUrl: string
  /** Keys by which tokens are verified, the newest first. */
  readonly vendorKeys: readonly [PublicJwk, ...PublicJwk[]]
  readonly isVendorKeyReplaced: boolean
  readonly now: () => Date
}

export interface Licences {
  report(): Promise<LicenceReport>
  /** Throws `licence_malformed`, `licence_forged`, `licence_foreign`, `licence_expired`; nothing is changed then. */
  install(request: InstallLicenceRequest): Promise<LicenceReport>
  details(): Promise<LicenceDetails>
  /** Throws `licence_ended`, and `licence_limit` where there is no place for `more`. What exists goes on without asking. */
  require(more: 0 | 1): Promise<void>
  /** The code by which `require(1)` would refuse. */
  refusal(): Promise<LicenceRefusal | undefined>
}

export const createLicenceService = (context: LicenceContext): Licences => ({
  details: async () => detailsOf(context, await readEntitlement(context)),
  require: async (more) => {
    const entitlement = await readEntitlement(context)
    // To count a million connections for a licence without a limit would make each new one dearer than the one before.
    if (entitlement.ended || entitlement.maxConnections !== null)
      requireLicence(await detailsOf(context, entitlement), more)
  },
  refusal: async () => refusalOf(await detailsOf(context, await readEntitlement(context)), 1),
  report: () => report(context),
  install: (request) => install(context, request),
})

type Read = readonly [LicenceRecord, Awaited<ReturnType<typeof readLicenceToken>> | undefined]

/** Every licence with its claims; undefined for one that no longer fits the vendor's keys or this node. */
async function readAll({ database, vendorKeys, instanceUid }: LicenceContext): Promise<Read[]> {
  const records = await listLicences(database.db)
  return Promise.all(
    records.map(async (record): Promise<Read> => {
      const claims = await readLicenceToken(record.token, vendorKeys, instanceUid).catch((error: unknown) => {
        if (isRefusal(error)) return undefined
        throw error
      })
      return [record, claims]
    }),
  )
}

async function readEntitlement(context: LicenceContext, read?: readonly Read[]): Promise<Entitlement> {
  const now = context.now()
  const claims = (read ?? (await readAll(context))).flatMap(([, each]) => each ?? [])
  return currentEntitlement(claims, await context.clock.note(now), now)
}

async function detailsOf(
  { database, isVendorKeyReplaced }: LicenceContext,
  entitlement: Entitlement,
): Promise<LicenceDetails> {
  const { id: _, ...life } = entitlement
  const connections = await countOpenConnections(database.db)
  return { ...life, connections, vendorKey: isVendorKeyReplaced ? 'replaced' : 'built-in' }
}

type LicenceRefusal = 'licence_ended' | 'licence_limit'

function refusalOf({ ended, maxConnections, connections }: LicenceDetails, more: 0 | 1): LicenceRefusal | undefined {
  if (ended) return 'licence_ended'
  return maxConnections !== null && connections + more > maxConnections ? 'licence_limit' : undefined
}

function requireLicence(details: LicenceDetails, more: 0 | 1): void {
  const code = refusalOf(details, more)
  if (code === undefined) return
  const { kind, endsAt, connections, maxConnections } = details
  throw new Refusal(code, undefined, {
    facts: code === 'licence_ended' ? { kind, endsAt } : { connections, maxConnections },
  })
}

/** The same licence again changes nothing. Throws the refusals of a token, and `licence_expired`. */
async function install(
  context: LicenceContext,
  { token: pasted, actor }: InstallLicenceRequest,
): Promise<LicenceReport> {
  const { database, vendorKeys, instanceUid, now } = context
  const { token, claims } = await findLicence(pasted, vendorKeys, instanceUid)
  const at = now()
  if (endOf(claims) <= at.getTime())
    throw new Refusal('licence_expired', undefined, { facts: { expiresAt: new Date(endOf(claims)).toISOString() } })
  await database.transaction(async (transaction) => {
    const isNew = await insertLicence(transaction, {
      id: claims.jti,
      token,
      installedAt: at,
      installedBy: actor,
    })
    if (!isNew) return
    const { customer, plan, maxConnections = null } = claims
    const details = { customer, plan, maxConnections, expiresAt: new Date(endOf(claims)).toISOString() }
    await recordAudit(transaction, { at, actor, action: 'licence.installed', subject: claims.jti, details })
  })
  return report(context)
}

async function report(context: LicenceContext): Promise<LicenceReport> {
  const read = await readAll(context)
  const entitlement = await readEntitlement(context, read)
  const nowMs = context.now().getTime()
  return {
    licence: await detailsOf(context, entitlement),
    installed: read.map((each) => describe(each, entitlement, nowMs)).toReversed(),
    vendorKeyFingerprint: fingerprintOf(thumbprintOf(context.vendorKeys[0])),
    instanceUid: context.instanceUid,
    nodeUrl: context.publicUrl,
  }
}

function describe([record, claims]: Read, entitlement: Entitlement, nowMs: number): InstalledLicence {
  const installed = { id: record.id, installedAt: record.installedAt.toISOString(), installedBy: record.installedBy }
  if (!claims) return { ...installed, ...UNREADABLE, issuedAt: installed.installedAt, expiresAt: installed.installedAt }
  const { customer, plan, iat, exp, instanceUid = null, maxConnections = null } = claims
  return {
    ...installed,
    customer,
    plan,
    issuedAt: new Date(iat * 1000).toISOString(),
    expiresAt: new Date(exp * 1000).toISOString(),
    instanceUid,
    maxConnections,
    state: entitlement.id === record.id && !entitlement.ended ? 'counts' : exp * 1000 <= nowMs ? 'expired' : 'valid',
  }
}

/** Claims without a valid signature are not shown. */
const UNREADABLE = { customer: '', plan: '', instanceUid: null, maxConnections: null, state: 'refused' } as const
