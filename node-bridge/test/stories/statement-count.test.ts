import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setTimeout as delay } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { accept, type Company, initiate, startCompany } from './company.ts'

const HANDSHAKES = 5
/** What a clock causes (a look at files every two seconds at most), or how many happen to share a commit, is not the handshake's doing. */
const NOT_COUNTED =
  /^(?:begin|commit|savepoint|release|start|select 1)|"audit_head"|"seq" is null|audit_entry set seq|"restore_|^select "queue" from "serial_queue"|^select "lease_token"|^select "(?:id|claim_token)"[^;]* from "sync_pair"|from "sync_trigger"|"tracker_watch"|"pair_file"/u

const counted: string[] = []
const count = (sql: unknown) => void (NOT_COUNTED.test(String(sql)) || counted.push(String(sql)))

/** A node looks through its connections when it starts, page by page with rests between them: no handshake's doing either. */
const startIsOver = () =>
  eventually('both nodes have looked through their connections', async () => {
    const before = counted.length
    await delay(1000)
    return counted.length === before ? true : undefined
  })

/** A count, since a time would say more about the machine than about the code. docs/performance.md tells what it was before. */
describe.each(databaseKinds())('SQL statements on $name', (kind) => {
  let acme: Company
  let globex: Company

  beforeAll(async () => {
    subscribe('accord:statement', count)
    await kind.start()
    acme = await startCompany('Acme', (await kind.fresh()).databaseUrl)
    globex = await startCompany('Globex', (await kind.fresh()).databaseUrl)
  })
  afterAll(async () => {
    unsubscribe('accord:statement', count)
    await Promise.all([acme.close(), globex.close()])
    await kind.stop()
  })

  async function shakeHands(): Promise<void> {
    const { connection, code } = await initiate(acme)
    const accepted = await accept(globex, code)
    // Asked of the instances, since each question to a node is statements, too.
    await eventually('both instances know', () =>
      acme.instance.find(connection.id)?.state === 'active' && globex.instance.find(accepted.id)?.state === 'active'
        ? true
        : undefined,
    )
  }

  test('a handshake takes at most 110 of them, both sides and both callbacks together', async () => {
    await shakeHands()
    await startIsOver()
    counted.length = 0
    for (let done = 0; done < HANDSHAKES; done += 1) await shakeHands()
    expect(counted.length / HANDSHAKES).toBeGreaterThan(40)
    expect(counted.length / HANDSHAKES).toBeLessThanOrEqual(110)
  })
})
