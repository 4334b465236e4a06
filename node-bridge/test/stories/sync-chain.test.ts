import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, initiate, untilState } from './company.ts'
import { filesOf, incomingWith, OUTGOING, untilFile } from './sync-files-kit.ts'
import {
  configureSync,
  startSyncCompany,
  type SyncCompany,
  untilRecord,
  untilSettled,
  valueOf,
} from './sync-company.ts'

const STARTING_MS = 180_000
const STORY_MS = 120_000

/** Acme and Initech know nothing of each other: Globex is connected with both. */
describe.each(databaseKinds())('a record goes through a company in the middle, on $name', (kind) => {
  let companies: readonly [SyncCompany, SyncCompany, SyncCompany]
  let ends: readonly (readonly [SyncCompany, string])[]

  beforeAll(async () => {
    await kind.start()
    const start = async (name: string) => startSyncCompany(name, (await kind.fresh()).databaseUrl)
    companies = [await start('Acme'), await start('Globex'), await start('Initech')]
    const [acme, globex, initech] = companies
    ends = [...(await connect(acme, globex)), ...(await connect(globex, initech))]
    const incoming = incomingWith('() => true, { remove: true }')
    for (const [company, id] of ends) await configureSync(company, id, { outgoing: OUTGOING, incoming })
  }, STARTING_MS)
  afterAll(async () => {
    await Promise.all(companies.map((company) => company.close()))
    await kind.stop()
  })

  const settled = () => untilSettled(ends)
  const find = (company: SyncCompany, summary: string) =>
    untilRecord(`${summary} is there`, company, (record) => valueOf(record, 'short_description') === summary)
  const spread = async (summary: string) => {
    const [acme, globex, initech] = companies
    const { id } = acme.tracker.create('incident', { short_description: summary })
    return { acme: id, globex: (await find(globex, summary)).id, initech: (await find(initech, summary)).id }
  }

  test(
    'a file that came from Acme stays at Initech while Globex sends other changes, and leaves it when Acme removes it',
    async () => {
      const [acme, globex, initech] = companies
      const ids = await spread('with a file')
      const file = acme.tracker.attach('incident', ids.acme, 'plan.txt', Buffer.from('the plan'))
      await untilFile(initech, ids.initech, 'plan.txt')
      globex.tracker.update('incident', ids.globex, { description: 'by Globex' })
      await untilRecord('Initech', initech, (record) => valueOf(record, 'description') === 'by Globex')
      globex.tracker.attach('incident', ids.globex, 'more.txt', Buffer.from('more'))
      await untilFile(initech, ids.initech, 'more.txt')
      await untilFile(acme, ids.acme, 'more.txt')
      await settled()
      const both = [
        ['more.txt', 4],
        ['plan.txt', 8],
      ]
      for (const [company, id] of [
        [acme, ids.acme],
        [globex, ids.globex],
        [initech, ids.initech],
      ] as const)
        expect(filesOf(company, id).toSorted()).toEqual(both)
      acme.tracker.detach('incident', ids.acme, file)
      for (const [company, id] of [
        [globex, ids.globex],
        [initech, ids.initech],
      ] as const)
        await eventually('it is gone', async () => filesOf(company, id).length === 1 || undefined)
      expect(filesOf(acme, ids.acme)).toHaveLength(1)
    },
    STORY_MS,
  )
})

async function connect(
  source: SyncCompany,
  destination: SyncCompany,
): Promise<readonly (readonly [SyncCompany, string])[]> {
  const { connection, code } = await initiate(source, { destinationUrl: destination.proxy.url })
  const accepted = await accept(destination, code, `from ${connection.name}`)
  await untilState(source, connection.id, 'active')
  return [
    [source, connection.id],
    [destination, accepted.id],
  ]
}
