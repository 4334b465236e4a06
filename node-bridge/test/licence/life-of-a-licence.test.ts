import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import {
  accept,
  type Company,
  initiate,
  read,
  readEvents,
  refusalOf,
  startCompany,
  untilState,
} from '../stories/company.ts'
import { createVendor, DAY_MS, type Vendor } from './vendor.ts'

const install = (company: Company, token: string) =>
  company.client.call('installLicence', { body: { token, actor: 'abel.tuter' } })
const licenceOf = async (company: Company) => (await company.client.call('readStatus')).licence

/** Security does not end with a licence: keys are replaced on both ways. */
async function renewsKeys(ended: Company, connectionId: string, peer: Company): Promise<void> {
  const call = { params: { connectionId }, body: { actor: 'abel.tuter' } }
  await ended.client.call('rotateKeys', call)
  await accept(peer, (await ended.client.call('issueRekeyCode', call)).code)
  await eventually('both renewals are over', async () => {
    const events = await readEvents(ended, connectionId)
    return events.includes('keyRotated') && events.includes('rekeyRedeemed') ? true : undefined
  })
  expect(await read(ended, connectionId)).toMatchObject({ state: 'active' })
}

describe.each(databaseKinds())('on $name', (kind) => {
  let vendor: Vendor
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    await kind.start()
    vendor = await createVendor()
    const start = async (name: string) => {
      const { databaseUrl } = await kind.fresh()
      return startCompany(name, databaseUrl, undefined, { settings: vendor.settings })
    }
    ;[acme, globex] = await Promise.all([start('Acme'), start('Globex')])
  }, 120_000)
  afterAll(async () => {
    await Promise.all([acme?.close(), globex?.close()])
    await kind.stop()
  })

  test('a fresh node has an evaluation of thirty days', async () => {
    expect(await licenceOf(acme)).toMatchObject({ kind: 'evaluation', daysLeft: 30, ended: false })
  })

  test('after its end the connection goes on, and new ones are refused at either side until a licence is installed', async () => {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    const { code: unused } = await initiate(acme)
    globex.shiftClock(31 * DAY_MS)
    expect(await refusalOf(initiate(globex))).toMatchObject({ code: 'licence_ended', status: 402 })
    expect(await refusalOf(accept(globex, unused))).toMatchObject({ code: 'licence_ended', responsible: 'local-admin' })
    const preview = await globex.client.call('previewInvitation', { body: { text: unused } })
    expect(preview.warnings).toContain('licence_ended')
    const known = await globex.client.call('previewInvitation', { body: { text: code } })
    expect(known.warnings).not.toContain('licence_ended')
    globex.shiftClock(0)

    await globex.restart()
    expect(await licenceOf(globex)).toMatchObject({ ended: true, daysLeft: 0 })
    expect(await read(globex, accepted.id)).toMatchObject({ state: 'active' })
    await untilState(acme, connection.id, 'active')
    await renewsKeys(globex, accepted.id, acme)

    const report = await install(globex, await vendor.sign({ customer: 'Globex' }))
    expect(report.licence).toMatchObject({ kind: 'paid', ended: false, daysLeft: 365, customer: 'Globex' })
    expect((await accept(globex, unused)).state).toBe('active')
  })

  test('what is no licence for this node is refused by name, and the one before still counts', async () => {
    const before = await globex.client.call('readLicence')
    const stranger = await createVendor()
    const tries: [string, string][] = [
      ['no licence at all', 'licence_malformed'],
      [await stranger.sign(), 'licence_forged'],
      [await vendor.sign({ instanceUid: randomUUID() }), 'licence_foreign'],
      [await vendor.sign({ exp: Math.floor(Date.now() / 1000) - 5 }), 'licence_expired'],
    ]
    for (const [token, code] of tries) expect(await refusalOf(install(globex, token))).toMatchObject({ code })
    expect(await globex.client.call('readLicence')).toEqual(before)
  })

  test('the best of several counts; the same one again changes nothing', async () => {
    const token = await vendor.sign({ plan: 'small', maxConnections: 2, exp: Math.floor(Date.now() / 1000) + 9e7 })
    await install(globex, token)
    const twice = await install(globex, `  ${token}\n`)
    expect(twice.installed.map(({ plan, state }) => `${plan} ${state}`)).toEqual(['small valid', 'standard counts'])
    expect(twice.licence).toMatchObject({ plan: 'standard', maxConnections: null })
    expect(twice.installed[0]).toMatchObject({ installedBy: 'abel.tuter' })
  })

  test('every installation stands once in the audit log', async () => {
    const { text } = await globex.bridge.services.audit.page({ after: 0, limit: 1000 })
    expect(text.match(/"licence\.installed"/gu)).toHaveLength(2)
    expect(text).toContain('"licence.vendorKeyReplaced"')
  })

  test('a licence for two connections refuses the third, not a new code of the second', async () => {
    const { databaseUrl } = await kind.fresh()
    const settings = { ...vendor.settings, ACCORD_LICENCE: await vendor.sign({ maxConnections: 2 }) }
    const small = await startCompany('Small', databaseUrl, undefined, { settings })
    try {
      await initiate(small)
      const { connection } = await initiate(small)
      expect(await refusalOf(initiate(small))).toMatchObject({ code: 'licence_limit', facts: { maxConnections: 2 } })
      const call = { params: { connectionId: connection.id }, body: { actor: 'abel.tuter' } }
      expect((await small.client.call('reissueInvitation', call)).connection.state).toBe('invited')
      await small.client.call('deleteConnection', call)
      expect((await initiate(small)).connection.state).toBe('invited')
      expect((await small.client.call('readLicence')).installed).toMatchObject([
        { state: 'counts', installedBy: 'setting ACCORD_LICENCE' },
      ])
    } finally {
      await small.close()
    }
  })

  test('a bad licence in the settings stops nothing and is named in the log', async () => {
    const { databaseUrl } = await kind.fresh()
    const settings = { ...vendor.settings, ACCORD_LICENCE: 'nonsense' }
    const company = await startCompany('Hooli', databaseUrl, undefined, { settings })
    try {
      expect(await licenceOf(company)).toMatchObject({ kind: 'evaluation', ended: false })
      expect(company.output()).toContain('licence_malformed')
    } finally {
      await company.close()
    }
  })
})

test('a database that is made anew beside the file of the host begins no second evaluation', async () => {
  const company = await startCompany('Initech')
  try {
    company.shiftClock(20 * DAY_MS)
    await company.restart(async () => {
      for (const ending of ['', '-wal', '-shm'])
        rmSync(path.join(company.dataDir, `accord.sqlite${ending}`), { force: true })
    })
    expect(await company.bridge.services.node.status()).toMatchObject({ licence: { kind: 'evaluation', daysLeft: 10 } })
    company.shiftClock(0)
    expect(await company.bridge.services.node.status()).toMatchObject({ licence: { daysLeft: 10 } })
  } finally {
    await company.close()
  }
})
