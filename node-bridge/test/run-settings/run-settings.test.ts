import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { type Company, initiate, refusalOf, startCompany } from '../stories/company.ts'

const ACTOR = { actor: 'abel.tuter' }
const HOUR = 3_600_000

describe.each(databaseKinds())('on $name', (kind) => {
  let acme: Company

  beforeAll(async () => {
    await kind.start()
    const { databaseUrl } = await kind.fresh()
    acme = await startCompany('Acme', databaseUrl, undefined, { settings: { ACCORD_ROTATE_KEYS_DAYS: '45' } })
  }, 120_000)
  afterAll(async () => {
    await acme?.close()
    await kind.stop()
  })

  const change = (changes: object) => acme.client.call('changeSettings', { body: { ...changes, ...ACTOR } })
  const lifeOfNewCode = async () => {
    const { invitation } = (await initiate(acme)).connection
    return Date.parse(invitation?.expiresAt ?? '') - Date.parse(invitation?.issuedAt ?? '')
  }

  test('at first the settings are those of the start, and nobody has changed them', async () => {
    const settings = await acme.client.call('readSettings')
    expect(settings.run).toEqual({ invitationValidityMs: 72 * HOUR, approval: false, rotateKeysDays: 45 })
    expect(settings).toMatchObject({ changedBy: null, pairing: { pairedBy: 'admin', instanceName: 'Acme' } })
  })

  test('a change holds for the next code, tells who made it, and outlives a restart', async () => {
    expect(await change({ invitationValidityMs: 2 * HOUR, rotateKeysDays: 0 })).toMatchObject({
      run: { invitationValidityMs: 2 * HOUR, approval: false, rotateKeysDays: 0 },
      changedBy: 'abel.tuter',
    })
    await acme.restart()
    expect(await lifeOfNewCode()).toBe(2 * HOUR)
    expect((await acme.client.call('readStatus')).codeDefaults).toEqual({
      invitationValidityMs: 2 * HOUR,
      approval: false,
    })
  })

  test('null goes back to what the node started with', async () => {
    expect((await change({ invitationValidityMs: null, rotateKeysDays: null })).run).toEqual({
      invitationValidityMs: 72 * HOUR,
      approval: false,
      rotateKeysDays: 45,
    })
  })

  test('what makes no sense is refused and changes nothing', async () => {
    // The time of the instance's last callback is left out: the node says on its own that a page changed.
    const settings = async () => {
      const { run, changedBy, changedAt } = await acme.client.call('readSettings')
      return { run, changedBy, changedAt }
    }
    const before = await settings()
    for (const nonsense of [{ invitationValidityMs: 1 }, { rotateKeysDays: -1 }, { approval: 'yes' }, { other: 1 }])
      expect(await refusalOf(change(nonsense))).toMatchObject({ code: 'malformed' })
    expect(await settings()).toEqual(before)
  })

  test('no secret stands among the settings of the environment', async () => {
    const { fixed } = await acme.client.call('readSettings')
    expect(fixed.find(({ name }) => name === 'ACCORD_OPERATOR_TOKEN')?.value).toBe('not set')
    expect(fixed.find(({ name }) => name === 'ACCORD_MASTER_KEY')?.value).toBe('file')
  })

  test('the prerequisites are tried: the node finds itself, and an instance without the app is named', async () => {
    const { prerequisites } = await acme.client.call('checkPrerequisites', { body: ACTOR })
    expect(prerequisites.find(({ code }) => code === 'own_address')).toMatchObject({ state: 'ok', remedy: null })
    expect(prerequisites.find(({ code }) => code === 'instance_reachable')).toMatchObject({ state: 'warning' })
  })

  test('the instance ends its pairing itself; from then on its token opens nothing', async () => {
    expect(await acme.client.call('endPairing', { body: ACTOR })).toEqual({ pairing: null })
    expect(await refusalOf(acme.client.call('readStatus'))).toMatchObject({ code: 'not_paired' })
    const { text } = await acme.bridge.services.audit.page({ after: 0, limit: 1000 })
    expect(text).toMatch(/"pairing\.revoked"/u)
    expect(text.match(/"settings\.changed"/gu)).toHaveLength(2)
  })
})
