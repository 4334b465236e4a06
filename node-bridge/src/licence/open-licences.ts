import type { Logger } from 'pino'

import { recordAudit } from '../audit/record-audit.ts'
import type { Config } from '../config/config.ts'
import type { NodeIdentity } from '../identity/node-identity.ts'
import { fingerprintOf, thumbprintOf } from '../keys/key-pair.ts'
import { isRefusal } from '../refusals/refusal.ts'
import type { Database } from '../store/engine/database.ts'
import { openLicenceClock } from './licence-clock.ts'
import { createLicenceService, type LicenceContext, type Licences } from './licence-service.ts'
import { VENDOR_KEYS } from './vendor-keys.ts'

export interface LicenceParts {
  readonly config: Pick<Config, 'dataDir' | 'licence' | 'licenceVendorKey'>
  readonly database: Database
  readonly identity: NodeIdentity
  readonly publicUrl: string
  readonly log: Logger
  readonly now: () => Date
}

const SETTING_ACTOR = 'setting ACCORD_LICENCE'

/** Opens the licences of this node and installs the one of the settings. A bad one is named in the log and stops nothing. */
export async function openLicences(parts: LicenceParts): Promise<Licences> {
  const { config, database, identity, publicUrl, log, now } = parts
  const { instanceUid, firstStartedAt } = identity
  const clock = await openLicenceClock(database, config.dataDir, firstStartedAt, now())
  const keys = vendorKeysOf(config)
  const licences = createLicenceService({ database, clock, instanceUid, publicUrl, ...keys, now })
  if (keys.isVendorKeyReplaced) await noteReplacedKey(parts, keys)
  if (config.licence !== undefined) await installSetting(licences, config.licence, log)
  return licences
}

type VendorKeys = Pick<LicenceContext, 'vendorKeys' | 'isVendorKeyReplaced'>

const vendorKeysOf = ({ licenceVendorKey: x }: LicenceParts['config']): VendorKeys =>
  x === undefined
    ? { vendorKeys: VENDOR_KEYS, isVendorKeyReplaced: false }
    : { vendorKeys: [{ kty: 'OKP', crv: 'Ed25519', x }], isVendorKeyReplaced: true }

async function noteReplacedKey({ database, log, now }: LicenceParts, { vendorKeys }: VendorKeys): Promise<void> {
  const fingerprint = fingerprintOf(thumbprintOf(vendorKeys[0]))
  log.warn({ fingerprint }, "licences are not verified by the vendor's key: ACCORD_LICENCE_VENDOR_KEY is set")
  const entry = {
    at: now(),
    actor: 'node',
    action: 'licence.vendorKeyReplaced',
    subject: null,
    details: { fingerprint },
  } as const
  await database.transaction((transaction) => recordAudit(transaction, entry))
}

async function installSetting(licences: Licences, token: string, log: Logger): Promise<void> {
  try {
    await licences.install({ token, actor: SETTING_ACTOR })
  } catch (error) {
    if (!isRefusal(error)) throw error
    log.error({ code: error.code }, 'the licence of ACCORD_LICENCE was not installed')
  }
}
