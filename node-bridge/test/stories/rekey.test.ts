import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { passAll } from '../faults/network/script.ts'
import { accept, type Company, initiate, read, readEvents, refusalOf, startCompany, untilState } from './company.ts'
import { impersonatorOf, redeemByHand } from './redeem-by-hand.ts'

const ACTOR = { actor: 'abel.tuter' }
const DAY_MS = 86_400_000

interface End {
  readonly company: Company
  readonly id: string
}

const issue = async ({ company, id }: End): Promise<string> =>
  (await company.client.call('issueRekeyCode', { params: { connectionId: id }, body: ACTOR })).code
const change = ({ company, id }: End, operation: 'deactivateConnection' | 'activateConnection' | 'deleteConnection') =>
  company.client.call(operation, { params: { connectionId: id }, body: ACTOR })
const count = async ({ company, id }: End, event: string): Promise<number> =>
  (await readEvents(company, id)).filter((each) => each === event).length
const untilCounted = (end: End, event: string, times = 1) =>
  eventually(`${end.company.name} has written ${event}`, async () => (await count(end, event)) >= times || undefined)

/** No redeem arrives at this company, or no answer to one leaves it. */
const lose = ({ company }: End, kind: 'drop-before' | 'drop-answer') =>
  company.proxy.follow(({ path }) => (path.endsWith('/redeem') ? { kind } : { kind: 'pass' }))
const letPass = (...ends: End[]) => ends.forEach(({ company }) => company.proxy.follow(passAll))

/** Signed calls in both directions, each of which the other side has to believe. */
async function talk(one: End, other: End): Promise<void> {
  await change(one, 'deactivateConnection')
  await untilState(other.company, other.id, 'deactivated_by_peer')
  await change(other, 'deactivateConnection')
  await untilState(one.company, one.id, 'deactivated_by_both')
  await Promise.all([change(one, 'activateConnection'), change(other, 'activateConnection')])
  await Promise.all([untilState(one.company, one.id, 'active'), untilState(other.company, other.id, 'active')])
}

describe.each(databaseKinds())('codes that renew keys, on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    const start = async (name: string) => startCompany(name, (await kind.fresh()).databaseUrl, 400)
    ;[acme, globex] = await Promise.all([start('Acme'), start('Globex')])
  }, 60_000)
  afterEach(() => {
    for (const company of [acme, globex]) {
      company.proxy.follow(passAll)
      company.shiftClock(0)
    }
  })
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  async function connect(): Promise<{ readonly source: End; readonly destination: End }> {
    const { connection, code } = await initiate(acme)
    const { id } = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    return { source: { company: acme, id: connection.id }, destination: { company: globex, id } }
  }

  test('one of each side that cross: both are refused, and the keys are as they were', async () => {
    const { source, destination } = await connect()
    const [bySource, byDestination] = [await issue(source), await issue(destination)]
    lose(source, 'drop-before')
    lose(destination, 'drop-before')
    await Promise.all([accept(globex, bySource), accept(acme, byDestination)])
    letPass(source, destination)
    await Promise.all([untilCounted(source, 'rekeyRefused'), untilCounted(destination, 'rekeyRefused')])
    expect(await Promise.all([count(source, 'rekeyRedeemed'), count(destination, 'rekeyRedeemed')])).toEqual([0, 0])
    expect((await read(acme, source.id)).stateReason?.code).toBe('invitation_revoked')
    await talk(source, destination)
  })

  test('one whose grant was lost before a code of the other side was redeemed: both sides follow the second', async () => {
    const { source, destination } = await connect()
    const first = await issue(source)
    lose(source, 'drop-answer')
    await accept(globex, first)
    await untilCounted(source, 'rekeyRedeemed')
    await accept(acme, await issue(destination))
    await untilCounted(source, 'rekeyed')
    letPass(source)
    await talk(source, destination)
    expect([await count(destination, 'rekeyed'), await count(destination, 'rekeyRedeemed')]).toEqual([0, 1])
  })

  test('one whose grant was lost before another code of the same side was accepted: both sides follow the second', async () => {
    const { source, destination } = await connect()
    const first = await issue(source)
    lose(source, 'drop-answer')
    await accept(globex, first)
    await untilCounted(source, 'rekeyRedeemed')
    const second = await issue(source)
    await accept(globex, second)
    letPass(source)
    await untilCounted(destination, 'rekeyed')
    await talk(source, destination)
    expect([await count(source, 'rekeyRedeemed'), await count(destination, 'rekeyed')]).toEqual([2, 1])
  })

  test('the same one accepted by ten at once renews the keys once', async () => {
    const { source, destination } = await connect()
    const code = await issue(source)
    const accepted = await Promise.all(Array.from({ length: 10 }, () => accept(globex, code)))
    expect(new Set(accepted.map(({ id }) => id))).toEqual(new Set([destination.id]))
    await untilCounted(destination, 'rekeyed')
    await talk(source, destination)
    expect([await count(destination, 'rekeyAccepted'), await count(source, 'rekeyRedeemed')]).toEqual([1, 1])
  })

  test('the same one accepted by ten at once, and by two who each have another: one way or the other both sides agree', async () => {
    const { source, destination } = await connect()
    const [first, second] = [await issue(source), await issue(source)]
    const asked = [first, ...Array.from({ length: 10 }, () => second), first].map((code) => accept(globex, code))
    const answers = await Promise.allSettled(asked)
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect((await refusalOf(Promise.reject(answer.reason))).code).toBe('retry_later')
    // Whoever was asked to try again does.
    await accept(globex, second)
    await eventually('one of them has renewed the keys, or none is left', async () => {
      const ended = (await count(destination, 'rekeyed')) + (await count(destination, 'rekeyRefused'))
      return ended > 0 || undefined
    })
    await talk(source, destination)
    expect(await count(source, 'rekeyRedeemed')).toBeLessThanOrEqual(1)
  })

  test('one that waited too long is tried again by the same key when it is pasted again', async () => {
    const { source, destination } = await connect()
    const code = await issue(source)
    lose(source, 'drop-answer')
    await accept(globex, code)
    await untilCounted(source, 'rekeyRedeemed')
    for (const company of [acme, globex]) company.shiftClock(DAY_MS + 60_000)
    await untilCounted(destination, 'rekeyRefused')
    expect((await read(globex, destination.id)).stateReason).not.toBeNull()
    letPass(source)
    await accept(globex, code)
    await untilCounted(destination, 'rekeyed')
    expect(await readEvents(globex, destination.id)).toContain('acceptedAgain')
    expect((await read(globex, destination.id)).stateReason).toBeNull()
    await talk(source, destination)
    expect(await count(source, 'rekeyRedeemed')).toBe(1)
    // Once more after the grant: it changes nothing.
    await accept(globex, code)
    expect(await count(destination, 'rekeyed')).toBe(1)
  })

  test('one that waits says why, and not again while the reason is the same', async () => {
    const { source, destination } = await connect()
    lose(source, 'drop-before')
    await accept(globex, await issue(source))
    const { state, stateReason } = await read(globex, destination.id)
    expect([state, stateReason?.code]).toEqual(['active', 'unreachable'])
    letPass(source)
    await untilCounted(destination, 'rekeyed')
    expect([await count(destination, 'waiting'), (await read(globex, destination.id)).stateReason]).toEqual([1, null])
  })

  test('an impersonator with the code, or the one before, binds no key', async () => {
    const { source, destination } = await connect()
    const [older, newer] = [await issue(source), await issue(source)]
    const impersonator = await impersonatorOf(globex)
    expect((await redeemByHand(newer, impersonator)).problem.code).toBe('wrong_recipient_key')
    const initech = await startCompany('Initech')
    expect((await refusalOf(accept(initech, newer))).code).toBe('wrong_recipient')
    await initech.close()
    await accept(globex, older)
    await untilCounted(destination, 'rekeyRefused')
    expect(await count(source, 'rekeyRedeemed')).toBe(0)
    await talk(source, destination)
  })

  test('one that is out when its side deletes the connection is worthless; one that waits there renews nothing', async () => {
    const [left, right] = [await connect(), await connect()]
    const out = await issue(left.source)
    lose(left.source, 'drop-before')
    await accept(globex, out)
    await change(left.source, 'deleteConnection')
    letPass(left.source)
    await untilState(globex, left.destination.id, 'terminated_by_peer')

    lose(right.source, 'drop-before')
    await accept(globex, await issue(right.source))
    await change(right.destination, 'deleteConnection')
    letPass(right.source)
    await untilState(acme, right.source.id, 'terminated_by_peer')
    await untilState(globex, right.destination.id, 'terminated')
    for (const { source } of [left, right]) expect(await count(source, 'rekeyRedeemed')).toBe(0)
  })
})
