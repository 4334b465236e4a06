/** A connection without scripts: fixed rules, comments and no work notes, and scripts that do the same once somebody wants them. */
import { createHash } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SUPPORTED_MODES } from '@accord/shared/protocol'
import { BASIC_VERSIONS } from '@accord/shared/sync'

import { requireOffered } from '../../src/invitations/initiate-connection.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { INCIDENT_TABLE } from '../trackers/memory/company-tables.ts'
import { accept, initiate, refusalOf, untilState } from './company.ts'
import {
  publish,
  startSyncCompany,
  type SyncCompany,
  textOfDatabase,
  untilRecord,
  untilSettled,
  valueOf,
} from './sync-company.ts'

const TABLES = { incident: INCIDENT_TABLE }
const SECRET = 'only for us'

describe.each(databaseKinds())('Basic mode on $name', (kind) => {
  let acme: SyncCompany
  let globex: SyncCompany
  let ids = { acme: '', globex: '' }

  beforeAll(async () => {
    await kind.start()
    acme = await startSyncCompany('Acme', (await kind.fresh()).databaseUrl, {}, TABLES)
    globex = await startSyncCompany('Globex', (await kind.fresh()).databaseUrl, {}, TABLES)
    const { connection, code } = await initiate(acme, { mode: 'basic' })
    const accepted = await accept(globex, code)
    await untilState(acme, connection.id, 'active')
    ids = { acme: connection.id, globex: accepted.id }
  }, 120_000)
  afterAll(async () => {
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  const configuration = (company: SyncCompany, connectionId: string) =>
    company.client.call('readSyncConfiguration', { params: { connectionId } })
  const settled = () =>
    untilSettled([
      [acme, ids.acme],
      [globex, ids.globex],
    ])

  test('begins with fixed rules, and takes no others, by whatever way', async () => {
    const read = await configuration(acme, ids.acme)
    expect(read).toMatchObject({ isBasic: true, table: 'incident', outgoing: null })
    const other = `${read.template.outgoing}// mine`
    expect(await refusalOf(publish(acme, ids.acme, { outgoing: other }))).toMatchObject({ code: 'state_conflict' })
    expect(await refusalOf(publish(acme, ids.acme, { mayWiden: true }))).toMatchObject({ code: 'state_conflict' })
    for (const [company, id] of [
      [acme, ids.acme],
      [globex, ids.globex],
    ] as const)
      expect((await publish(company, id, { trigger: { query: '', isActive: true, history: 'all' } })).faults).toEqual(
        [],
      )
    const both = { outgoing: other, incoming: read.template.incoming }
    const body = { table: 'incident', ...both, basedOn: { outgoing: 1, incoming: 1 }, actor: 'ada' }
    expect(
      await refusalOf(acme.client.call('beginCanary', { params: { connectionId: ids.acme }, body })),
    ).toMatchObject({
      code: 'state_conflict',
    })
  })

  test('carries fields and comments both ways, and no work note, also of before the pair', async () => {
    const ours = acme.tracker.create('incident', { short_description: 'Mail is down', impact: '1', urgency: '1' })
    acme.tracker.comment('incident', ours.id, SECRET, true)
    acme.tracker.comment('incident', ours.id, 'we look into it')
    const theirs = await untilRecord('Globex has the comment', globex, ({ entries }) => entries.length === 1)
    expect([valueOf(theirs, 'short_description'), valueOf(theirs, 'priority')]).toEqual(['Mail is down', '1'])
    globex.tracker.comment('incident', theirs.id, `${SECRET} as well`, true)
    globex.tracker.comment('incident', theirs.id, 'thank you')
    globex.tracker.update('incident', theirs.id, { state: '2' })
    await eventually('Acme has it', async () => {
      const now = acme.tracker.records.all().find(({ id }) => id === ours.id)
      return (now && valueOf(now, 'state') === '2' && now.entries.length === 3) || undefined
    })
    await settled()
    const all = (company: SyncCompany) => company.tracker.records.all().flatMap(({ entries }) => entries)
    expect(all(globex).filter(({ body }) => body === SECRET)).toEqual([])
    expect(all(acme).filter(({ body }) => body.includes('as well'))).toEqual([])
    expect(await textOfDatabase(globex)).not.toContain(SECRET)
  })

  test('becomes scripts that do the same, at this side alone, once, and with who did it', async () => {
    const before = await configuration(acme, ids.acme)
    const upgrade = (company: SyncCompany, connectionId: string) =>
      company.client.call('upgradeToScript', { params: { connectionId }, body: { actor: 'ada' } })
    const after = await upgrade(acme, ids.acme)
    expect(after).toEqual({ ...before, isBasic: false })
    await upgrade(acme, ids.acme)
    const { entries } = await acme.client.call('readAuditTrail', { params: { connectionId: ids.acme } })
    expect(entries.filter(({ action }) => action === 'sync.upgradedToScript')).toMatchObject([{ actor: 'ada' }])
    await publish(acme, ids.acme, { outgoing: `${before.outgoing?.source}// mine` })
    expect((await configuration(acme, ids.acme)).outgoing?.version).toBe(2)
    expect((await configuration(globex, ids.globex)).isBasic).toBe(true)
    acme.tracker.create('incident', { short_description: 'by scripts' })
    await untilRecord('it goes on', globex, (record) => valueOf(record, 'short_description') === 'by scripts')
    await settled()
  })
})

test('a version that was offered is never changed', async () => {
  const { readFileSync } = await import('node:fs')
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(new URL(`../../src/sync/rules/scripts/${file}.ts`, import.meta.url)))
      .digest('hex')
      .slice(0, 16)
  const hashes = BASIC_VERSIONS.flatMap((version) => [
    hashOf(`basic-${version}.outgoing`),
    hashOf(`basic-${version}.incoming`),
  ])
  expect(hashes).toEqual(['b5a3ff9a4baea9cf', '91e639b944cf08b3'])
})

test('a node of a release without it is refused by its name, before a code is made', () => {
  const old = [
    { mode: 'basic', available: false, reason: 'This release of the node runs Script mode only' },
    { mode: 'script', available: true },
  ] as const
  const found = { modes: [...old], node: { name: 'Initech' } } as unknown as Parameters<typeof requireOffered>[0]
  expect(() => requireOffered(found, 'basic')).toThrow(
    'Initech does not offer this configuration mode. It says: This release',
  )
  expect(() => requireOffered(found, 'script')).not.toThrow()
  expect(() => requireOffered({ ...found, modes: [] }, 'basic')).toThrow('Initech')
  expect(SUPPORTED_MODES).not.toContain('visual')
})
