import { equal, isTrue, members, near } from './expect.ts'
import { requireSignedRefusal } from './check-redeem.ts'
import { requireAnswer, requireProblem } from './http.ts'
import type { Invitation } from './invitation.ts'
import { makeKey, type PublicJwk, read, thumbprintOf, verify } from './jws.ts'
import { claimsSchema, requireShape } from './json-schema.ts'
import type { Party } from './party.ts'
import { redeem, type Redeemed } from './redeem.ts'
import type { Report } from './report.ts'

export interface Grant {
  readonly connectionId: string
  readonly connectionKey: PublicJwk
  readonly status: string
  readonly claims: Readonly<Record<string, unknown>>
}

const DAY_S = 86_400

/** The redeem that spends the code, what comes back, and what everybody receives after it. §5.1, §5.2. */
export async function checkGrant(report: Report, invitation: Invitation, party: Party): Promise<Grant | undefined> {
  const first = await report.check('5.2', 'a redeem with an unknown claim is granted, signed and whole', async () =>
    requireGrant(await redeem(invitation, party, { claims: { colour: 'blue' } }), invitation, party),
  )
  if (!first) return undefined
  await report.check('5.5', 'the same key redeems again, later, and gets the same connection', async () => {
    const second = await requireGrant(await redeem(invitation, party), invitation, party)
    equal('connectionId', second.connectionId, first.connectionId)
    equal('connectionKey', second.connectionKey, first.connectionKey)
  })
  const refused = async (redeemed: Redeemed, status: number, code: string) => {
    requireProblem(redeemed.answer, status, code)
    await requireSignedRefusal(invitation, redeemed)
  }
  await report.check('5.1', 'another connection key receives already_redeemed, signed', async () =>
    refused(await redeem(invitation, party, { connectionKey: await makeKey() }), 409, 'already_redeemed'),
  )
  await report.check(
    '5.1',
    'the same connection key with another identity receives already_redeemed, signed',
    async () => refused(await redeem(invitation, party, { identityKey: await makeKey() }), 409, 'already_redeemed'),
  )
  await report.check(
    '5.1',
    'who does not hold the code receives invitation_unknown after it was spent, too',
    async () => refused(await redeem(invitation, party, { proofKey: await makeKey() }), 404, 'invitation_unknown'),
  )
  return first
}

async function requireGrant({ answer, requestHash }: Redeemed, invitation: Invitation, party: Party): Promise<Grant> {
  const { grant } = requireAnswer(answer, 'redeem') as { grant: string }
  const { header } = read(grant)
  members('the header', header, ['alg', 'typ', 'kid'])
  equal('typ', header.typ, 'accord-grant+jws')
  equal('kid', header['kid'], invitation.identityThumbprint)
  const { claims } = await verify(grant, invitation.identityKey)
  requireShape('the grant', claims, claimsSchema('grant'))
  equal('iss', claims['iss'], invitation.source.instanceUid)
  equal('aud', claims['aud'], party.instanceUid)
  equal('jti', claims['jti'], invitation.id)
  equal('requestHash', claims['requestHash'], requestHash)
  near('iat', claims['iat'], Date.now(), 120)
  equal('nodeInfo.instanceUid', (claims['nodeInfo'] as Party['nodeInfo']).instanceUid, invitation.source.instanceUid)
  requireAgreement(claims, invitation)
  const connectionKey = claims['connectionKey'] as PublicJwk
  isTrue("connectionKey is the redeemer's own", (await thumbprintOf(connectionKey)) !== party.connectionKey.thumbprint)
  return { connectionId: String(claims['connectionId']), connectionKey, status: String(claims['status']), claims }
}

function requireAgreement(claims: Readonly<Record<string, unknown>>, invitation: Invitation): void {
  const { source, approval } = invitation
  equal('status', claims['status'], approval ? 'awaiting_approval' : 'granted')
  equal('restVersion', claims['restVersion'], '1.0.0')
  equal('sourceRange', claims['sourceRange'], { min: source['minRestVersion'], max: source['maxRestVersion'] })
  equal('destinationRange', claims['destinationRange'], { min: '1.0.0', max: '1.0.0' })
  const { name, localShortName, remoteShortName, mode } = invitation.connection
  const { description: _, ...granted } = claims['connection'] as Readonly<Record<string, unknown>>
  equal('connection', granted, {
    name,
    sourceShortName: localShortName,
    destinationShortName: remoteShortName,
    mode,
  })
  const confirmByS = new Date(String(claims['confirmBy'])).getTime() / 1000
  near('confirmBy', confirmByS - (approval ? 9 : 2) * DAY_S, Date.now(), 600)
}
