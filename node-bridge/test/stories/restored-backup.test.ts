import { rmSync } from 'node:fs'
import { join } from 'node:path'

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
  const restore = (company: Company, copy: string, meanwhile?: () => void) => kind.restore(company, copy, meanwhile)

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

  test('a database without the marker of its host: brought to a new machine where it is embedded, a new host where it is not', async () => {
    const { connection } = await initiate(acme)
    await acme.restart(async () => rmSync(join(acme.dataDir, 'restore-marker.json')))
    const isEmbedded = acme.databaseUrl === undefined
    expect((await findingsOf(acme)).includes('restored')).toBe(isEmbedded)
    expect((await read(acme, connection.id)).state === 'revoked').toBe(isEmbedded)
  })

  test('a backup that comes back without the marker of any host, as to a new machine, is noticed all the same', async () => {
    const { connection, code } = await initiate(acme)
    const copy = await backUp(acme)
    await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    await restore(acme, copy, () => rmSync(join(acme.dataDir, 'restore-marker.json')))
    expect(await findingsOf(acme)).toContain('restored')
    expect((await read(acme, connection.id)).state).toBe('revoked')
    // Once: the next start finds it where it lies by now.
    const noticed = () => acme.output().split('a restored backup was noticed').length - 1
    await acme.restart(async () => rmSync(join(acme.dataDir, 'restore-marker.json')))
    expect(noticed()).toBe(acme.databaseUrl === undefined ? 2 : 1)
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

  /** A connection, and a backup of the destination from before the source's answer reached it. */
  async function backUpBeforeTheGrant() {
    const { connection, code } = await initiate(acme)
    acme.proxy.follow(({ path }) => (path.endsWith('/redeem') ? { kind: 'drop-answer' } : { kind: 'pass' }))
    const { id, state } = await accept(globex, code)
    expect(state).toBe('redeeming')
    const copy = await backUp(globex)
    acme.proxy.follow(passAll)
    await Promise.all([untilState(globex, id, 'active'), untilState(acme, connection.id, 'active')])
    return { atAcme: connection.id, atGlobex: id, copy }
  }

  test('a destination that repeats an old redeem after the keys were renewed learns that it is over, and gets no grant', async () => {
    const { atAcme, atGlobex, copy } = await backUpBeforeTheGrant()
    await accept(globex, (await issueRekeyCode(acme, atAcme)).code)
    await eventually('the keys are renewed', async () =>
      (await readEvents(globex, atGlobex)).includes('rekeyed') ? true : undefined,
    )
    await restore(globex, copy)
    expect((await untilState(globex, atGlobex, 'failed')).stateReason?.code).toBe('connection_gone')
    const again = await accept(globex, (await issueRekeyCode(acme, atAcme)).code)
    await Promise.all([untilState(acme, atAcme, 'active'), untilState(globex, again.id, 'active')])
    await talk(acme, atAcme, globex, again.id)
  })

  test('a code that renews keys, accepted while the old redeem waits again, makes the one connection that works', async () => {
    const { atAcme, atGlobex, copy } = await backUpBeforeTheGrant()
    acme.proxy.follow(({ path }) => (path.endsWith('/redeem') ? { kind: 'drop-before' } : { kind: 'pass' }))
    await restore(globex, copy)
    const again = await accept(globex, (await issueRekeyCode(acme, atAcme)).code, 'Known again')
    expect((await read(globex, atGlobex)).state).toBe('redeeming')
    acme.proxy.follow(passAll)
    await Promise.all([untilState(globex, again.id, 'active'), untilState(acme, atAcme, 'active')])
    await eventually('the old one has ended', async () =>
      ['failed', 'peer_lost'].includes((await read(globex, atGlobex)).state) ? true : undefined,
    )
    await talk(acme, atAcme, globex, again.id)
  })

  test('a source that was restored to before it began the connection gets it back as its source', async () => {
    const copy = await backUp(acme)
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    await restore(acme, copy)
    expect((await acme.client.call('listConnections')).connections).toEqual([])
    const { code: rekeyCode } = await issueRekeyCode(globex, accepted.id)
    const again = await accept(acme, rekeyCode)
    await Promise.all([untilState(acme, again.id, 'active'), untilState(globex, accepted.id, 'active')])
    expect([(await read(acme, again.id)).side, (await read(globex, accepted.id)).side]).toEqual([
      'source',
      'destination',
    ])
    await talk(acme, again.id, globex, accepted.id)
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
