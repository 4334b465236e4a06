import { randomUUID } from 'node:crypto'

import { LicenceClaims } from '@accord/shared/schemas'

import { type Command, type Options, PASSPHRASE, required, UsageError } from '../command.ts'
import { signLicence } from '../licence-token.ts'
import { readVendorKey } from '../vendor-key.ts'

const DAY_S = 86_400

export const sign: Command = {
  summary: 'Sign a licence; the token alone goes to standard output',
  options: {
    key: { type: 'string' },
    customer: { type: 'string' },
    plan: { type: 'string' },
    days: { type: 'string' },
    until: { type: 'string' },
    'max-connections': { type: 'string' },
    'instance-uid': { type: 'string' },
  },
  explain: {
    key: "*file of the vendor's private key",
    customer: '*to whom it is issued, as the console shows it',
    plan: 'lower-case word of the plan; standard when absent',
    days: 'how long it runs from now; this or --until',
    until: 'end of it as an ISO date, 2027-12-31',
    'max-connections': 'connections that may stand at a time; without it as many as one likes',
    'instance-uid': 'the only node that may use it, as its General Settings name it; without it any node',
  },
  run: async (options, environment) => {
    const key = readVendorKey(required(options, 'key'), environment[PASSPHRASE])
    const claims = claimsOf(options, Math.floor(Date.now() / 1000))
    const token = await signLicence(claims, key)
    return {
      human: `${token}\n`,
      json: { token, claims },
      aside: `${claims.customer}, ${claims.plan}, until ${isoOf(claims.exp)}\n`,
    }
  },
}

export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

function claimsOf(options: Options, iat: number): LicenceClaims {
  const claims = LicenceClaims.safeParse({
    v: 1,
    jti: randomUUID(),
    customer: required(options, 'customer'),
    plan: options['plan'] ?? 'standard',
    iat,
    exp: endOf(options, iat),
    ...(options['max-connections'] === undefined ? {} : { maxConnections: Number(options['max-connections']) }),
    ...(options['instance-uid'] === undefined ? {} : { instanceUid: options['instance-uid'] }),
  })
  if (!claims.success)
    throw new UsageError(claims.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  if (claims.data.exp <= iat) throw new UsageError('The licence would have ended before it began.')
  return claims.data
}

function endOf({ days, until }: Options, iat: number): number {
  if ((days === undefined) === (until === undefined)) throw new UsageError('Give either --days or --until.')
  const end = days === undefined ? Date.parse(until ?? '') / 1000 : iat + Number(days) * DAY_S
  if (!Number.isFinite(end)) throw new UsageError(days === undefined ? '--until is no date.' : '--days is no number.')
  return Math.floor(end)
}
