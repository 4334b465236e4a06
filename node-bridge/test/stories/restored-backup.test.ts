import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { eventually } from '../faults/company/eventually.ts'
import { inTurn, passAll } from '../faults/network/script.ts'
import { backupKinds } from './backups.ts'
import { accept, type Company, initiate, read, readEvents, refusalOf, startCompany, untilState } from './company.ts'

const findingsOf = async (company: Company): Promise<string[]> =>
  (await company.client.call('readStatus')).prerequisites.map(({ code }) => code)

const issueRekeyCode = (company: Company, connectionId: string) =>
  company.client.call('issueRekeyCode', { params: { connectionId }, body: { actor: 'abel.tuter' } })
const pause = (company: Company, connectionId: string) =>
  company.client.call('deactivateConnection', { params: { connectionId }, body: { actor: 'admin' } })

/** Signed calls in both directions, each of which the other side has to believe. */
async function talk(first: Company, atFirst: string, second: Company, atSecond: string): Promise<void> {
  await pause(first, atFirst)
  await untilState(second, atSecond, 'deactivated_by_peer')
  await pause(second, atSecond)
  await untilState(first, atFirst, 'deactivated_by_both')
}

describe.each(backupKinds())('a restored backup, on $name', (kind) => {
  let acme: Company
  let globex: Company

  const start = async (name: string) => startCompany(name, await kind.createDatabase(), 400)
  const backUp = (company: Company) => kind.backUp(company)
  const restore = (company: Company, copy: string) => kind.restore(company, copy)

  beforeAll(() => kind.start())
  beforeEach(async () => {
    ;[acme, globex] = await Promise.all([start('Acme'), start('Globex')])
  })
  afterEach(async () => {
    await Promise.all([acme.close(), globex.close()])
  })
  afterAll(() => kind.stop())

  test('a source that was restored to before the redeem gives nobody the connection a second time', async () => {
    const { connection, code } = await initiate(acme)
    const unused = await initiate(acme)
    const copy = await backUp(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    await restore(acme, copy)

    expect((await read(acme, connection.id)).state).toBe('revoked')
    expect((await read(acme, unused.connection.id)).state).toBe('revoked')
    expect(await readEvents(acme, connection.id)).toContain('revokedByRestore')
    expect(await findingsOf(acme)).toContain('restored')
    expect(acme.output()).toContain('a restored backup was noticed')
    const late = await accept(globex, unused.code)
    expect(late).toMatchObject({ state: 'failed', stateReason: { code: 'invitation_revoked' } })
    await untilState(globex, accepted.id, 'peer_lost')

    const { code: rekeyCode } = await issueRekeyCode(globex, accepted.id)
    expect(await accept(acme, rekeyCode)).toMatchObject({ id: connection.id })
    await Promise.all([untilState(acme, connection.id, 'active'), untilState(globex, accepted.id, 'active')])
    await talk(acme, connection.id, globex, accepted.id)
  })

  test('a restart is no restore', async () => {
    const { code, connection } = await initiate(acme)
    await acme.restart()
    await acme.restart()
    expect(await findingsOf(acme)).not.toContain('restored')
    expect((await accept(globex, code)).state).toBe('active')
    await untilState(acme, connection.id, 'active')
  })

  test('a destination that was restored to before the acceptance has never learnt of the connection, and the source learns it', async () => {
    const copy = await backUp(globex)
    const { connection, code } = await initiate(acme)
    await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    await restore(globex, copy)
    expect((await globex.client.call('listConnections')).connections).toEqual([])
    expect(await findingsOf(globex)).toContain('restored')
    await untilState(acme, connection.id, 'peer_lost')

    const { code: rekeyCode } = await issueRekeyCode(acme, connection.id)
    const preview = await globex.client.call('previewInvitation', { body: { text: rekeyCode } })
    expect(preview).toMatchObject({ purpose: 'rekey', boundToThisInstance: true })
    const again = await accept(globex, rekeyCode)
    await Promise.all([untilState(acme, connection.id, 'active'), untilState(globex, again.id, 'active')])
    expect(await readEvents(acme, connection.id)).toEqual(expect.arrayContaining(['initiated', 'peerLost', 'rekeyed']))
    await talk(acme, connection.id, globex, again.id)
  })

  test('what was agreed after the backup is agreed again by itself', async () => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    const copy = await backUp(globex)
    await pause(acme, connection.id)
    await untilState(globex, accepted.id, 'deactivated_by_peer')
    await restore(globex, copy)
    await untilState(globex, accepted.id, 'deactivated_by_peer')
    expect((await read(acme, connection.id)).state).toBe('deactivated')
  })

  test('a code that renews keys works while both sides stand, once, for the instance at the other end, and by a lost answer', async () => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    const { code: first } = await issueRekeyCode(acme, connection.id)
    const { code: second } = await issueRekeyCode(acme, connection.id)
    const initech = await startCompany('Initech')
    expect((await refusalOf(accept(initech, second))).code).toBe('wrong_recipient')
    await initech.close()

    await accept(globex, first)
    await eventually('the first code is worthless', async () =>
      (await readEvents(globex, accepted.id)).includes('rekeyRefused') ? true : undefined,
    )
    acme.proxy.follow(inTurn(/redeem$/u, [{ kind: 'drop-answer' }, { kind: 'duplicate', answerWith: 'second' }]))
    await accept(globex, second)
    await accept(globex, second)
    await eventually('the keys are fresh', async () =>
      (await readEvents(globex, accepted.id)).includes('rekeyed') ? true : undefined,
    )
    acme.proxy.follow(passAll)
    expect((await readEvents(acme, connection.id)).filter((event) => event === 'rekeyRedeemed')).toHaveLength(1)
    await talk(acme, connection.id, globex, accepted.id)
  })
})
