import { randomUUID } from 'node:crypto'

import type { ConnectionSnapshot, DiagnosisResult } from '@accord/shared/schemas'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { accord } from '../cli/accord.ts'
import { databaseKinds } from '../databases.ts'
import { accept, type Company, initiate, refusalOf, startCompany, untilState } from '../stories/company.ts'

const ACTOR = { actor: 'abel.tuter' }
const OPERATOR = 'operator-token-operator-token-0001'
const summaryOf = (results: readonly DiagnosisResult[]) => results.map(({ step, result }) => `${step} ${result}`)

describe.each(databaseKinds())('on $name', (kind) => {
  let acme: Company
  let globex: Company
  let source: ConnectionSnapshot
  let destination: ConnectionSnapshot

  const diagnose = async (company: Company, connectionId: string, stage?: number) => {
    const body = { ...ACTOR, ...(stage === undefined ? {} : { stage }) }
    return (await company.client.call('diagnoseConnection', { params: { connectionId }, body })).results
  }

  beforeAll(async () => {
    await kind.start()
    const start = async (name: string) => {
      const { databaseUrl } = await kind.fresh()
      return startCompany(name, databaseUrl, undefined, { settings: { ACCORD_OPERATOR_TOKEN: OPERATOR } })
    }
    ;[acme, globex] = await Promise.all([start('Acme'), start('Globex')])
    const { connection, code } = await initiate(acme)
    destination = await accept(globex, code)
    source = await untilState(acme, connection.id, 'active')
  }, 120_000)
  afterAll(async () => {
    await Promise.all([acme?.close(), globex?.close()])
    await kind.stop()
  })

  test('a healthy connection passes every step, and plain http of one machine is named', async () => {
    expect(summaryOf(await diagnose(acme, source.id))).toEqual([
      'name ok',
      'tls warning',
      'discovery ok',
      'identity ok',
      'clock ok',
      'version ok',
      'contact ok',
      'peer ok',
      'rows ok',
    ])
  })

  test('a stage alone gives its own results', async () => {
    expect(summaryOf(await diagnose(acme, source.id, 3))).toEqual(['contact ok', 'peer ok'])
    expect(summaryOf(await diagnose(globex, destination.id, 0))).toEqual(['name ok'])
  })

  test('a clock that is ten minutes off is named with its direction, and the signed call still gets through', async () => {
    globex.shiftClock(600_000)
    try {
      const results = await diagnose(acme, source.id)
      expect(summaryOf(results)).toEqual(expect.arrayContaining(['clock warning', 'contact ok']))
      const clock = results.find(({ step }) => step === 'clock')
      expect(clock).toMatchObject({ responsible: 'operator', detail: expect.stringContaining('ahead of ours') })
    } finally {
      globex.shiftClock(0)
    }
  })

  test("the other side's pause is its own admin's to end", async () => {
    await globex.client.call('deactivateConnection', { params: { connectionId: destination.id }, body: ACTOR })
    expect((await diagnose(acme, source.id)).find(({ step }) => step === 'peer')).toMatchObject({
      result: 'warning',
      responsible: 'destination-admin',
    })
    await globex.client.call('activateConnection', { params: { connectionId: destination.id }, body: ACTOR })
  })

  test('a node that is down fails at its first answer, with who remedies it; nothing behind it is asked', async () => {
    await globex.restart(async () => {
      const results = await diagnose(acme, source.id)
      expect(summaryOf(results)).toEqual([
        'name ok',
        'tls warning',
        'discovery failed',
        'identity skipped',
        'clock skipped',
        'version skipped',
        'contact skipped',
        'peer skipped',
        'rows ok',
      ])
      const gate = results.find(({ result }) => result === 'failed')
      expect(gate).toMatchObject({
        problem: expect.any(String),
        remedy: expect.any(String),
        responsible: expect.any(String),
      })
    })
  })

  test('a code that nobody has accepted leads nowhere yet, and that is no fault', async () => {
    const { connection } = await initiate(acme)
    const results = await diagnose(acme, connection.id)
    expect(summaryOf(results).at(-1)).toBe('rows ok')
    expect(new Set(results.slice(0, -1).map(({ result }) => result))).toEqual(new Set(['skipped']))
  })

  test('a local connection has no network, and shows both its ends', async () => {
    const { connection } = await acme.client.call('initiateConnection', {
      body: {
        requestId: randomUUID(),
        destinationUrl: acme.proxy.url,
        mode: 'script',
        localShortName: 'Dev',
        remoteShortName: 'Test',
        name: `Local ${randomUUID()}`,
        description: '',
        ...ACTOR,
      },
    })
    const results = await diagnose(acme, connection.id)
    expect(
      summaryOf(results)
        .slice(0, 7)
        .every((each) => each.endsWith('skipped')),
    ).toBe(true)
    expect(results.find(({ step }) => step === 'peer')).toMatchObject({
      result: 'ok',
      detail: expect.stringContaining('active'),
    })
  })

  test('the command line tells the same and ends with 0, and with 1 where a step fails', async () => {
    const environment = { ACCORD_URL: acme.bridge.listenUrl, ACCORD_OPERATOR_TOKEN: OPERATOR }
    const healthy = await accord(['diagnose', source.name], environment)
    expect(healthy).toMatchObject({ code: 0, stderr: '' })
    expect(healthy.stdout).toMatch(/ok +contact/u)
    await globex.restart(async () => {
      const broken = await accord(['diagnose', source.name, '--json'], environment)
      expect(broken.code).toBe(1)
      expect(JSON.parse(broken.stdout)).toMatchObject({ connectionId: source.id })
    })
  }, 60_000)

  test('whoever asks without end is asked to wait, and other connections are not held up', async () => {
    const { connection } = await initiate(globex)
    const asked = Array.from({ length: 60 }, () => diagnose(globex, connection.id, 0))
    const outcomes = await Promise.all(
      asked.map((each) =>
        each.then(
          () => 'done',
          (error: Error) => error.message,
        ),
      ),
    )
    expect(outcomes.filter((outcome) => outcome.includes('429')).length).toBeGreaterThan(5)
    expect(summaryOf(await diagnose(globex, destination.id, 0))).toEqual(['name ok'])
  })

  test('an unknown connection is refused', async () => {
    expect(await refusalOf(diagnose(acme, randomUUID()))).toMatchObject({ code: 'connection_unknown' })
  })
})
