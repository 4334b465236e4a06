import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createInvitationCode } from '../../src/invitations/invitation-code.ts'
import { createKeyPair } from '../../src/keys/key-pair.ts'
import { databaseKinds } from '../databases.ts'
import { CONNECTION, nodeInfo } from '../handshake/messages/parties.ts'
import { accept, type Company, initiate, read, refusalOf, startCompany, untilState } from './company.ts'

const PRIVATE = { settings: { ACCORD_POLL_ONLY: 'true' } }
const ACTOR = { actor: 'abel.tuter' }

describe.each(databaseKinds())('a side that nobody can call, on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startCompany('Acme', first.databaseUrl),
      startCompany('Globex', second.databaseUrl, undefined, PRIVATE),
    ])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  test('accepts, learns of pauses and of the end within seconds, and is never called', async () => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(globex, accepted.id, 'active')
    await untilState(acme, connection.id, 'active')
    const params = { connectionId: connection.id }
    await acme.client.call('deactivateConnection', { params, body: ACTOR })
    await untilState(globex, accepted.id, 'deactivated_by_peer')
    await acme.client.call('activateConnection', { params, body: ACTOR })
    await untilState(globex, accepted.id, 'active')
    await globex.client.call('deactivateConnection', { params: { connectionId: accepted.id }, body: ACTOR })
    await untilState(acme, connection.id, 'deactivated_by_peer')
    await acme.client.call('deleteConnection', { params, body: ACTOR })
    await untilState(globex, accepted.id, 'terminated_by_peer')
    await untilState(acme, connection.id, 'terminated')
    expect(globex.proxy.seen).toEqual([])
  })

  test('cannot accept the code of another such side, nor a reachable one a code that is bound to nobody: said before anything is stored', async () => {
    const source = { ...nodeInfo('Initech', '7b9c2c1a-2222-4f0e-9a57-8c2b6e1d7b07', acme.proxy.url), pollOnly: true }
    const { code } = await createInvitationCode(
      { nodeInfo: source, connection: CONNECTION },
      await createKeyPair(),
      new Date(),
    )
    expect((await refusalOf(accept(globex, code))).code).toBe('both_sides_private')
    expect((await refusalOf(accept(acme, code))).code).toBe('source_private')
    const preview = await globex.client.call('previewInvitation', { body: { text: code } })
    expect(preview).toMatchObject({ warnings: ['both_sides_private'], existingConnectionId: null })
  })

  test('learns from its own node that it is private', async () => {
    const { prerequisites } = await globex.client.call('readStatus')
    expect(prerequisites.find(({ code }) => code === 'node_private')).toMatchObject({
      state: 'warning',
      detail: expect.stringContaining('ACCORD_POLL_ONLY'),
    })
    expect((await read(acme, (await initiate(acme)).connection.id)).state).toBe('invited')
  })
})
