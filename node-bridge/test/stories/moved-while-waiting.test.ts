import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type FaultProxy, startFaultProxy } from '../faults/network/proxy.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'

const CONTACT_EVERY_MS = 300
const ACTOR = { actor: 'abel.tuter' }
const PRIVATE = { settings: { ACCORD_POLL_ONLY: 'true' } }
const NOWHERE = 'http://127.0.0.1:9'

interface Waiting {
  readonly atAcme: string
  readonly atGlobex: string
}

describe.each(databaseKinds())('a node moves before the connection is active, on $name', (kind) => {
  let acme: Company
  let globex: Company
  const opened: FaultProxy[] = []

  beforeAll(async () => kind.start())
  afterAll(async () => kind.stop())
  const begin = async (source = {}, destination = {}) => {
    acme = await startCompany('Acme', (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS, source)
    globex = await startCompany('Globex', (await kind.fresh()).databaseUrl, CONTACT_EVERY_MS, destination)
  }
  afterEach(async () => {
    await Promise.all([acme.close(), globex.close(), ...opened.splice(0).map((proxy) => proxy.close())])
  })

  /** The node starts again under another public URL; the old one still leads to it unless `isOldDead`. */
  async function move(company: Company, isOldDead = false): Promise<string> {
    const elsewhere = await startFaultProxy(() => company.bridge.listenUrl)
    opened.push(elsewhere)
    await company.restart(undefined, { ACCORD_PUBLIC_URL: elsewhere.url })
    if (isOldDead) company.proxy.leadTo(() => NOWHERE)
    return elsewhere.url
  }
  const untilKnown = (company: Company, id: string, url: string) =>
    eventually(`${company.name} knows the new address`, async () =>
      (await read(company, id)).remote.nodeUrl === url ? true : undefined,
    )
  const approve = ({ atAcme }: Waiting) =>
    acme.client.call('approveConnection', { params: { connectionId: atAcme }, body: ACTOR })
  const untilActive = ({ atAcme, atGlobex }: Waiting) =>
    Promise.all([untilState(acme, atAcme, 'active'), untilState(globex, atGlobex, 'active')])
  const countOf = async (company: Company, id: string, event: string) =>
    (await readEvents(company, id)).filter((one) => one === event).length

  const stepsAt = (proxy: FaultProxy | undefined, from: number) =>
    (proxy?.seen ?? []).slice(from).flatMap(({ path }) => /\/(fetch|settle|confirm)$/u.exec(path)?.[1] ?? [])

  /** Both wait for Acme's admin. */
  async function untilApprovalIsAsked(changes = {}): Promise<Waiting> {
    const { connection, code } = await initiate(acme, { approval: true, ...changes })
    const { id } = await accept(globex, code)
    await untilState(acme, connection.id, 'awaiting_approval')
    await untilState(globex, id, 'awaiting_approval')
    return { atAcme: connection.id, atGlobex: id }
  }
  /** Acme has granted, and no signed call has come yet. */
  async function untilFirstCallIsAwaited(changes = {}): Promise<Waiting> {
    acme.proxy.follow(({ path }) => ({ kind: /\/(?:redeem|accord-node)$/u.test(path) ? 'pass' : 'drop-before' }))
    const { connection, code } = await initiate(acme, changes)
    const { id } = await accept(globex, code)
    await untilState(acme, connection.id, 'pending')
    return { atAcme: connection.id, atGlobex: id }
  }

  describe('both can be called', () => {
    beforeEach(() => begin())

    test.each([
      ['the source', true, false],
      ['the destination', false, true],
      ['each side', true, true],
    ])(
      '%s, while an approval is awaited: it becomes active, and who moved is called there',
      async (_, here, there) => {
        const waiting = await untilApprovalIsAsked()
        const atAcme = here ? await move(acme) : acme.proxy.url
        const atGlobex = there ? await move(globex, true) : globex.proxy.url
        expect((await read(acme, waiting.atAcme)).state).toBe('awaiting_approval')
        await approve(waiting)
        await untilActive(waiting)
        await untilKnown(globex, waiting.atGlobex, atAcme)
        await untilKnown(acme, waiting.atAcme, atGlobex)
        expect(await countOf(acme, waiting.atAcme, 'activated')).toBe(1)
      },
      60_000,
    )

    test('the source, while an approval is awaited, and the old address is dead: it waits until that leads there again', async () => {
      const waiting = await untilApprovalIsAsked()
      const url = await move(acme, true)
      await approve(waiting)
      expect((await read(globex, waiting.atGlobex)).state).toBe('awaiting_approval')
      acme.proxy.leadTo(() => acme.bridge.listenUrl)
      await untilActive(waiting)
      await untilKnown(globex, waiting.atGlobex, url)
    }, 60_000)

    test.each([
      ['the source', true, false],
      ['the destination', false, true],
      ['each side', true, true],
    ])(
      '%s, while its first call is awaited: it becomes active, and who moved is called there',
      async (_, here, there) => {
        const waiting = await untilFirstCallIsAwaited()
        const atAcme = here ? await move(acme) : acme.proxy.url
        const atGlobex = there ? await move(globex, true) : globex.proxy.url
        expect((await read(acme, waiting.atAcme)).state).toBe('pending')
        acme.proxy.follow(passAll)
        await untilActive(waiting)
        await untilKnown(globex, waiting.atGlobex, atAcme)
        await untilKnown(acme, waiting.atAcme, atGlobex)
        expect(await countOf(acme, waiting.atAcme, 'activated')).toBe(1)
      },
      60_000,
    )

    test('a rejection after the move arrives over the old address, too', async () => {
      const waiting = await untilApprovalIsAsked()
      await move(acme)
      await acme.client.call('rejectConnection', { params: { connectionId: waiting.atAcme }, body: ACTOR })
      const failed = await untilState(globex, waiting.atGlobex, 'failed')
      expect(failed.stateReason?.code).toBe('approval_rejected')
    }, 60_000)
  })

  describe('the source is private', () => {
    beforeEach(() => begin(PRIVATE))
    const bound = () => ({ destinationUrl: globex.proxy.url })

    test('it has moved, and whoever accepts its code late learns that by name', async () => {
      const { connection, code } = await initiate(acme, bound())
      await move(acme)
      expect((await read(acme, connection.id)).state).toBe('revoked')
      const { id } = await accept(globex, code)
      acme.shiftClock(61_000) // a code that has ended is asked about once a minute
      const failed = await untilState(globex, id, 'failed')
      expect(failed.stateReason).toEqual({
        code: 'address_changed',
        detail: 'The node of the other side has another address since this code was made. Ask it for a new code.',
      })
      expect(failed.invitation?.state).toBe('revoked')
    }, 60_000)

    test('it has moved while an approval is awaited: nobody calls it, and it becomes active', async () => {
      const waiting = await untilApprovalIsAsked(bound())
      await move(acme, true)
      await approve(waiting)
      await untilActive(waiting)
    }, 60_000)

    test('the acceptor has moved before it accepts: it is asked over the old address, and its redeem names the new one', async () => {
      const { connection, code } = await initiate(acme, bound())
      const url = await move(globex)
      const { id } = await accept(globex, code)
      await untilActive({ atAcme: connection.id, atGlobex: id })
      // The call that brings the redeem may have been open since before the move.
      expect([...new Set(stepsAt(globex.proxy, 0))]).toEqual(['fetch'])
      expect(stepsAt(opened[0], 0).slice(0, 2)).toEqual(['settle', 'confirm'])
      expect((await read(acme, connection.id)).remote.nodeUrl).toBe(url)
    }, 60_000)

    test('the acceptor has moved while its first call is awaited: it is confirmed over the old address, and then called at the new one', async () => {
      const { connection, code } = await initiate(acme, bound())
      globex.proxy.follow(({ path }) => ({ kind: path.endsWith('/confirm') ? 'drop-before' : 'pass' }))
      const { id } = await accept(globex, code)
      await untilState(acme, connection.id, 'pending')
      const url = await move(globex)
      globex.proxy.follow(passAll)
      await untilActive({ atAcme: connection.id, atGlobex: id })
      await untilKnown(acme, connection.id, url)
    }, 60_000)

    test.each(['approved', 'rejected'])(
      'the acceptor has moved while an approval is awaited, which is %s',
      async (how) => {
        const waiting = await untilApprovalIsAsked(bound())
        const url = await move(globex)
        if (how === 'approved') {
          await approve(waiting)
          await untilActive(waiting)
          return untilKnown(acme, waiting.atAcme, url)
        }
        await acme.client.call('rejectConnection', { params: { connectionId: waiting.atAcme }, body: ACTOR })
        const failed = await untilState(globex, waiting.atGlobex, 'failed')
        expect(failed.stateReason?.code).toBe('approval_rejected')
        expect(stepsAt(globex.proxy, 0)).toContain('settle')
        expect(stepsAt(opened[0], 0)).toEqual([])
      },
      60_000,
    )
  })

  test('a private destination waits for an approval while the source moves: it learns of both over the old address', async () => {
    await begin({}, PRIVATE)
    const waiting = await untilApprovalIsAsked()
    const url = await move(acme)
    await approve(waiting)
    await untilActive(waiting)
    await untilKnown(globex, waiting.atGlobex, url)
  }, 60_000)
})
