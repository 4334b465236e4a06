import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { LIMITS } from '@accord/shared/protocol'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { EACH_FAULT } from '../faults/network/fault.ts'
import { inTurn, passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, read, readEvents, refusalOf, startCompany, untilState } from './company.ts'

const PRIVATE = { settings: { ACCORD_POLL_ONLY: 'true' } }
const ACTOR = { actor: 'abel.tuter' }

describe.each(databaseKinds())('a source that nobody can call, on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const [first, second] = [await kind.fresh(), await kind.fresh()]
    ;[acme, globex] = await Promise.all([
      startCompany('Acme', first.databaseUrl, undefined, PRIVATE),
      startCompany('Globex', second.databaseUrl),
    ])
  })
  afterEach(() => {
    globex.proxy.follow(passAll)
    expect(acme.proxy.seen).toEqual([])
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const invite = (changes: Record<string, unknown> = {}) =>
    initiate(acme, { destinationUrl: globex.proxy.url, ...changes })
  const change = (
    company: Company,
    operation: 'deactivateConnection' | 'activateConnection' | 'deleteConnection' | 'rotateKeys' | 'revokeInvitation',
    connectionId: string,
  ) => company.client.call(operation, { params: { connectionId }, body: ACTOR })

  async function connect(): Promise<{ atAcme: string; atGlobex: string }> {
    const { connection, code } = await invite()
    const accepted = await accept(globex, code)
    await Promise.all([untilState(acme, connection.id, 'active'), untilState(globex, accepted.id, 'active')])
    return { atAcme: connection.id, atGlobex: accepted.id }
  }

  /** Signed calls that each side has to believe, both ways. */
  async function talk({ atAcme, atGlobex }: { atAcme: string; atGlobex: string }): Promise<void> {
    await change(acme, 'deactivateConnection', atAcme)
    await untilState(globex, atGlobex, 'deactivated_by_peer')
    await change(globex, 'deactivateConnection', atGlobex)
    await untilState(acme, atAcme, 'deactivated_by_both')
    await Promise.all([change(acme, 'activateConnection', atAcme), change(globex, 'activateConnection', atGlobex)])
    await Promise.all([untilState(acme, atAcme, 'active'), untilState(globex, atGlobex, 'active')])
  }

  test('invites an instance whose URL it knows, learns of the acceptance at once, and both sides pause, resume and delete', async () => {
    const { connection, code } = await invite()
    const preview = await globex.client.call('previewInvitation', { body: { text: code } })
    expect(preview).toMatchObject({ warnings: [], boundToThisInstance: true })
    const accepted = await accept(globex, code)
    expect(accepted.state).toBe('active')
    const active = await untilState(acme, connection.id, 'active')
    expect(active.remote.keyFingerprint).toBe(accepted.localKeyFingerprint)
    expect(accepted.remote.keyFingerprint).toBe(active.localKeyFingerprint)
    expect(await readEvents(acme, connection.id)).toEqual(['initiated', 'redeemed', 'activated'])
    expect(await readEvents(globex, accepted.id)).toEqual(['accepted', 'granted'])
    await talk({ atAcme: connection.id, atGlobex: accepted.id })
    await change(globex, 'deleteConnection', accepted.id)
    await untilState(acme, connection.id, 'terminated_by_peer')
    await untilState(globex, accepted.id, 'terminated')
    const again = await connect()
    await change(acme, 'deleteConnection', again.atAcme)
    await untilState(globex, again.atGlobex, 'terminated_by_peer')
    await untilState(acme, again.atAcme, 'terminated')
  })

  test('cannot invite without the URL, nor a side that cannot be called either: both are said before anything is stored', async () => {
    const before = (await acme.client.call('listConnections')).connections.length
    expect(await refusalOf(initiate(acme))).toMatchObject({ code: 'source_private', status: 422 })
    const initech = await startCompany('Initech', undefined, undefined, PRIVATE)
    try {
      const refused = initiate(acme, { destinationUrl: initech.proxy.url })
      expect((await refusalOf(refused)).code).toBe('both_sides_private')
    } finally {
      await initech.close()
    }
    expect((await acme.client.call('listConnections')).connections).toHaveLength(before)
  })

  test('that is away when its code is accepted learns of it when it is back', async () => {
    const { connection, code } = await invite()
    let accepted: Awaited<ReturnType<typeof accept>> | undefined
    await acme.restart(async () => {
      accepted = await accept(globex, code)
      expect(accepted.state).toBe('redeeming')
    })
    await untilState(acme, connection.id, 'active')
    await untilState(globex, accepted?.id ?? '', 'active')
  }, 30_000)

  test.each(Object.entries(EACH_FAULT))('connects although each of its calls suffers %s once', async (_name, fault) => {
    const { connection, code } = await invite()
    globex.proxy.follow(inTurn(/\/(?:fetch|settle|confirm)$/u, [fault]))
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    await untilState(globex, accepted.id, 'active')
    const events = await readEvents(acme, connection.id)
    expect(events.filter((event) => event === 'redeemed')).toHaveLength(1)
    expect(events.filter((event) => event === 'activated')).toHaveLength(1)
  })

  test('approves, and the other side becomes active; rejects, and the other side learns why', async () => {
    const first = await invite({ approval: true })
    const accepted = await accept(globex, first.code)
    expect(accepted.state).toBe('awaiting_approval')
    const asked = await untilState(acme, first.connection.id, 'awaiting_approval')
    expect(asked.remote.keyFingerprint).toBe(accepted.localKeyFingerprint)
    await acme.client.call('approveConnection', { params: { connectionId: first.connection.id }, body: ACTOR })
    await untilState(globex, accepted.id, 'active')
    await untilState(acme, first.connection.id, 'active')
    await talk({ atAcme: first.connection.id, atGlobex: accepted.id })

    const second = await invite({ approval: true })
    const unwanted = await accept(globex, second.code)
    await untilState(acme, second.connection.id, 'awaiting_approval')
    await acme.client.call('rejectConnection', { params: { connectionId: second.connection.id }, body: ACTOR })
    const failed = await untilState(globex, unwanted.id, 'failed')
    expect(failed.stateReason?.code).toBe('approval_rejected')
  })

  test('learns that the other side no longer wants what waits for its approval', async () => {
    const { connection, code } = await invite({ approval: true })
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'awaiting_approval')
    await change(globex, 'deleteConnection', accepted.id)
    await untilState(acme, connection.id, 'terminated_by_peer')
    await untilState(globex, accepted.id, 'terminated')
  })

  test('that nobody approves in time says so', async () => {
    const { connection, code } = await invite({ approval: true })
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'awaiting_approval')
    acme.shiftClock(LIMITS.approvalMs + 60_000)
    try {
      const failed = await untilState(globex, accepted.id, 'failed')
      expect(failed.stateReason?.code).toBe('approval_expired')
    } finally {
      acme.shiftClock(0)
    }
  })

  test.each([
    ['revoked', 'revokeInvitation', 'invitation_revoked'],
    ['replaced', 'reissueInvitation', 'invitation_replaced'],
  ] as const)(
    'tells whoever accepts a code that was %s why it is worthless, and its new code works',
    async (_, operation, reason) => {
      const { connection, code } = await invite()
      const call = { params: { connectionId: connection.id }, body: ACTOR }
      await acme.client.call(operation, call)
      const late = await accept(globex, code, 'By the old code')
      acme.shiftClock(61_000)
      try {
        const failed = await untilState(globex, late.id, 'failed')
        expect(failed.stateReason?.code).toBe(reason)
      } finally {
        acme.shiftClock(0)
      }
      const again = await acme.client.call('reissueInvitation', call)
      const accepted = await accept(globex, again.code)
      await untilState(acme, connection.id, 'active')
      await untilState(globex, accepted.id, 'active')
    },
    30_000,
  )

  test.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
  ])('connects although its clock is an hour %s', async (_name, byMs) => {
    acme.shiftClock(byMs)
    try {
      const { connection, code } = await invite()
      const accepted = await accept(globex, code)
      await untilState(globex, accepted.id, 'active')
      await untilState(acme, connection.id, 'active')
      expect(await readEvents(acme, connection.id)).toContain('clockDiffers')
    } finally {
      acme.shiftClock(0)
    }
  })

  test('replaces its key and learns of a new key of the other side, though nobody can tell it', async () => {
    const both = await connect()
    await Promise.all([change(acme, 'rotateKeys', both.atAcme), change(globex, 'rotateKeys', both.atGlobex)])
    const until = (company: Company, id: string, event: string) =>
      eventually(
        `${company.name} has ${event}`,
        async () => (await readEvents(company, id)).includes(event) || undefined,
      )
    await Promise.all([
      until(acme, both.atAcme, 'keyRotated'),
      until(acme, both.atAcme, 'peerKeyRotated'),
      until(globex, both.atGlobex, 'keyRotated'),
      until(globex, both.atGlobex, 'peerKeyRotated'),
    ])
    await talk(both)
  })

  test.each(['private', 'reachable'])('renews all keys by a code of the %s side', async (issuing) => {
    const both = await connect()
    const [issuer, acceptor, id] = issuing === 'private' ? [acme, globex, both.atAcme] : [globex, acme, both.atGlobex]
    const { code } = await issuer.client.call('issueRekeyCode', { params: { connectionId: id }, body: ACTOR })
    await accept(acceptor, code)
    const other = acceptor === acme ? both.atAcme : both.atGlobex
    await eventually(
      'the keys are fresh',
      async () => (await readEvents(acceptor, other)).includes('rekeyed') || undefined,
    )
    expect(await readEvents(issuer, id)).toContain('rekeyRedeemed')
    await talk(both)
  })

  test('that never fetches: the acceptance gives up when the code has ended, and the same code tries again', async () => {
    const { connection, code } = await invite({ expiresInMs: 600_000 })
    globex.proxy.follow(
      inTurn(
        /\/fetch$/u,
        Array.from({ length: 500 }, () => ({ kind: 'drop-before' as const })),
      ),
    )
    const waiting = accept(globex, code)
    globex.shiftClock(601_000)
    try {
      const failed = await untilState(globex, (await waiting).id, 'failed')
      expect(failed.stateReason?.code).toBe('timed_out')
    } finally {
      globex.shiftClock(0)
    }
    globex.proxy.follow(passAll)
    expect(['redeeming', 'active']).toContain((await accept(globex, code)).state)
    await untilState(acme, connection.id, 'active')
  }, 40_000)

  test('a grant that nobody ever used: the acceptor says so when the source has given up', async () => {
    const { connection, code } = await invite()
    globex.proxy.follow(({ path }) => (path.endsWith('/confirm') ? { kind: 'drop-before' } : { kind: 'pass' }))
    const accepted = await accept(globex, code)
    expect(accepted.state).toBe('active')
    acme.shiftClock(LIMITS.confirmByMs + 60_000)
    globex.shiftClock(LIMITS.confirmByMs + 60_000)
    try {
      await untilState(acme, connection.id, 'abandoned')
      expect(await untilState(globex, accepted.id, 'peer_lost')).toMatchObject({ stateReason: { code: 'timed_out' } })
    } finally {
      acme.shiftClock(0)
      globex.shiftClock(0)
    }
    expect((await read(acme, connection.id)).state).toBe('abandoned')
  })
})
