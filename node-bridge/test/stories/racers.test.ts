import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createRedeem } from '../../src/handshake/messages/redeem.ts'
import { processInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { databaseKinds } from '../databases.ts'
import { type Company, initiate, read, startCompany } from './company.ts'

describe.each(databaseKinds())('on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const { databaseUrl } = await kind.fresh()
    ;[acme, globex] = await Promise.all([startCompany('Acme', databaseUrl), startCompany('Globex')])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  test('fifty racers redeem a code, one wins, the others receive already_redeemed', async () => {
    const { connection, code } = await initiate(acme)
    const invitation = await processInvitationCode(code)
    const { node: nodeInfo } = await globex.bridge.services.node.discoveryDocument()
    const racers = await Promise.all(
      Array.from({ length: 50 }, async () =>
        createRedeem({
          invitation,
          connectionKey: await createKeyPair(),
          identity: await createKeyPair(),
          nodeInfo,
          now: new Date(),
        }),
      ),
    )
    const answers = await Promise.all(
      racers.map(async ({ body }) => {
        const url = `${acme.bridge.listenUrl}/node/v1/invitations/${invitation.payload.jti}/redeem`
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
        const { code: refusal } = (await answer.json()) as { code?: string }
        return refusal ?? 'granted'
      }),
    )
    expect(answers.filter((answer) => answer === 'granted')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'already_redeemed')).toHaveLength(49)
    // Each of the others is one more revision, since the source counts them, and nothing else.
    const seen = await read(acme, connection.id)
    expect(seen).toMatchObject({ state: 'pending', revision: 2 + 49 })
    expect(seen.refusedRedeems).toHaveLength(21)
    expect(new Set(seen.refusedRedeems.map((refused) => refused.code))).toEqual(new Set(['already_redeemed']))
    expect(seen.refusedRedeems.reduce((sum, { count }) => sum + count, 0)).toBe(49)
  })
})
