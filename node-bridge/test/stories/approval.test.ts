import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { LIMITS } from '@accord/shared/protocol'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, type Company, initiate, read, readEvents, refusalOf, startCompany, untilState } from './company.ts'

const ACTOR = { actor: 'abel.tuter' }

describe.each(databaseKinds())('a source that wants to approve, on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startCompany('Acme', first.databaseUrl),
      startCompany('Globex', second.databaseUrl),
    ])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const decide = (operation: 'approveConnection' | 'rejectConnection', connectionId: string, company = acme) =>
    company.client.call(operation, { params: { connectionId }, body: ACTOR })

  /** Both ends of a connection that Globex has accepted and Acme has not decided on. */
  async function waiting() {
    const { connection, code } = await initiate(acme, { approval: true })
    const accepted = await accept(globex, code)
    expect(accepted.state).toBe('awaiting_approval')
    return { atAcme: connection.id, atGlobex: accepted.id, code }
  }

  test('sees who redeemed with the fingerprint, approves, and both sides become active by themselves', async () => {
    const { code, connection } = await initiate(acme, { approval: true })
    const preview = await globex.client.call('previewInvitation', { body: { text: code } })
    expect(preview.approval).toBe(true)
    const accepted = await accept(globex, code)
    expect(accepted).toMatchObject({ state: 'awaiting_approval', activatedAt: null })
    const seen = await read(acme, connection.id)
    expect(seen).toMatchObject({
      state: 'awaiting_approval',
      remote: { name: 'Globex', keyFingerprint: accepted.localKeyFingerprint },
    })
    // Globex asks again and again, and that alone makes nothing active.
    const confirms = () => acme.proxy.seen.filter(({ path }) => path.endsWith('/confirm')).length
    const before = confirms()
    await eventually('Globex has asked twice more', async () => (confirms() >= before + 2 ? true : undefined))
    expect((await read(acme, connection.id)).state).toBe('awaiting_approval')

    const { connection: approved } = await decide('approveConnection', connection.id)
    expect(approved.state).toBe('pending')
    await untilState(globex, accepted.id, 'active')
    const active = await untilState(acme, connection.id, 'active')
    expect(active.activatedAt).not.toBeNull()
    expect((await read(globex, accepted.id)).activatedAt).not.toBeNull()
    expect(await readEvents(acme, connection.id)).toEqual(['initiated', 'redeemedForApproval', 'approved', 'activated'])
    expect(await readEvents(globex, accepted.id)).toEqual(['accepted', 'grantedForApproval', 'approvedBySource'])
    // Approving again changes nothing.
    expect((await decide('approveConnection', connection.id)).connection.revision).toBe(active.revision)
  })

  test('rejects: the destination fails with the reason, and the code opens nothing any more', async () => {
    const { atAcme, atGlobex, code } = await waiting()
    const { connection: rejected } = await decide('rejectConnection', atAcme)
    expect(rejected).toMatchObject({ state: 'terminated', stateReason: { code: 'approval_rejected' } })
    const failed = await untilState(globex, atGlobex, 'failed')
    expect(failed).toMatchObject({ stateReason: { code: 'approval_rejected' }, invitation: { state: 'spent' } })
    expect(await accept(globex, code)).toMatchObject({
      id: atGlobex,
      state: 'failed',
      stateReason: { code: 'approval_rejected' },
    })
    expect((await refusalOf(decide('approveConnection', atAcme))).code).toBe('state_conflict')
    expect((await decide('rejectConnection', atAcme)).connection.state).toBe('terminated')
  })

  test('does not decide for seven days: the connection ends, and the destination learns why', async () => {
    const { atAcme, atGlobex } = await waiting()
    acme.shiftClock(LIMITS.approvalMs - 60_000)
    expect((await read(acme, atAcme)).state).toBe('awaiting_approval')
    acme.shiftClock(LIMITS.approvalMs + 60_000)
    try {
      expect(await untilState(acme, atAcme, 'terminated')).toMatchObject({ stateReason: { code: 'approval_expired' } })
      expect(await untilState(globex, atGlobex, 'failed')).toMatchObject({ stateReason: { code: 'approval_expired' } })
    } finally {
      acme.shiftClock(0)
    }
  })

  test('both nodes may restart in between; a new code for the same connection asks for approval too', async () => {
    const { connection } = await initiate(acme, { approval: true })
    const reissued = await acme.client.call('reissueInvitation', {
      params: { connectionId: connection.id },
      body: ACTOR,
    })
    const accepted = await accept(globex, reissued.code)
    expect(accepted.state).toBe('awaiting_approval')
    await Promise.all([acme.restart(), globex.restart()])
    await decide('approveConnection', connection.id)
    await untilState(globex, accepted.id, 'active')
    await untilState(acme, connection.id, 'active')
  })

  test('only the source decides, and only where something waits', async () => {
    const { atGlobex } = await waiting()
    expect((await refusalOf(decide('approveConnection', atGlobex, globex))).code).toBe('state_conflict')
    expect((await refusalOf(decide('rejectConnection', atGlobex, globex))).code).toBe('state_conflict')
    const { connection } = await initiate(acme)
    expect((await refusalOf(decide('approveConnection', connection.id))).code).toBe('state_conflict')
    expect((await read(acme, connection.id)).state).toBe('invited')
  })
})
