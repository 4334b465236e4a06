import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { createUrlGuard } from '../../src/network/url-guard.ts'
import { createRemoteNodeClient, type RemoteNodeClient } from '../../src/nodes/remote-node-client.ts'
import { lookForNeeds } from '../../src/notices/look-for-needs.ts'
import { createNotices } from '../../src/notices/notice-service.ts'
import type { NoticeContext } from '../../src/notices/notice-context.ts'
import { createWebhook } from '../../src/notices/webhook/webhook.ts'
import { WebhookSecrets } from '../../src/config/webhook-settings.ts'
import { insertConnection } from '../../src/store/connections/connections.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'
import { listDeliveries } from '../../src/store/notices/notice-deliveries.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { newConnection } from '../store/records.ts'
import { contextOf, createClock, hold, type NoticeClock, PLANTED, startSending } from './notice-kit.ts'
import { type HookServer, isSignedBy, startHookServer } from './webhook-server.ts'

const [NEW, OLD] = ['new', 'old'].map((word) => `whsec_${Buffer.from(word.padEnd(32, '.')).toString('base64')}`)
const secrets = WebhookSecrets.parse(`${NEW},${OLD}`)

describe('a webhook', () => {
  const kind = databaseKinds()[0]
  let database: Database
  let server: HookServer
  let client: RemoteNodeClient
  let clock: NoticeClock
  let context: NoticeContext
  let worker: ReturnType<typeof startSending>
  const connection = newConnection({ name: 'Globex incidents', state: 'active' })
  const newest = async () => (await listDeliveries(database.db, 1))[0]

  beforeAll(() => kind?.start())
  beforeEach(async () => {
    if (!kind) throw new Error('There is no database')
    database = await openDatabase(await kind.fresh())
    server = await startHookServer()
    clock = createClock()
    client = createRemoteNodeClient(createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] }))
    const webhook = createWebhook({ url: server.url, secrets }, client, () => clock.at)
    const operators = [{ channel: 'webhook' as const, address: webhook.host, language: 'en' as const }]
    context = contextOf(database, 1, clock, { webhook, operators })
    await database.transaction((transaction) => insertConnection(transaction, connection))
    worker = startSending(context)
  })
  afterEach(async () => {
    await worker.stop()
    client.close()
    await Promise.all([database.close(), server.close()])
  })
  afterAll(() => kind?.stop())

  test('each notice is posted for itself, signed by both secrets, without anything of a record', async () => {
    await hold(database, connection.id, 'value_unmapped', 3)
    await hold(database, connection.id, 'loop', 1)
    await lookForNeeds(context, 'one')
    await eventually('both have come', () => Promise.resolve(server.hooks.length === 2 || undefined))
    const [first, second] = server.hooks
    if (!first || !second) throw new Error('There are two')
    for (const hook of server.hooks)
      expect([NEW, OLD].map((secret) => isSignedBy(secret ?? '', hook))).toEqual([true, true])
    expect(isSignedBy(NEW ?? '', { ...first, body: first.body.replace('began', 'over') })).toBe(false)
    expect(first.headers['webhook-id']).not.toBe(second.headers['webhook-id'])
    expect(first.headers['content-type']).toBe('application/json')
    const bodies = server.hooks.map(({ body }) => JSON.parse(body) as { data: { subject: string } })
    expect(bodies.find(({ data }) => data.subject === 'value_unmapped')).toMatchObject({
      type: 'accord.notice.began',
      data: {
        cause: 'pairs_held',
        count: 3,
        connection: { id: connection.id, name: 'Globex incidents' },
        page: expect.stringContaining('/console/#/queue?filter=held'),
      },
    })
    expect(JSON.stringify(server.hooks)).not.toContain(PLANTED)
  })

  test('what is not taken comes again under the same id, not before the time that was asked for', async () => {
    server.answer(503, { 'retry-after': '120' })
    await hold(database, connection.id, 'loop', 1)
    await lookForNeeds(context, 'one')
    await eventually('it was tried', async () => (await newest())?.attempts || undefined)
    expect(await newest()).toMatchObject({ state: 'waiting', code: 'webhook_refused', reply: '503' })
    server.answer(200)
    clock.forward(1)
    await worker.stop()
    worker = startSending(context)
    expect(server.hooks).toHaveLength(1)
    clock.forward(2)
    await eventually('it is sent', async () => ((await newest())?.state === 'sent' ? true : undefined))
    expect(server.hooks.map(({ headers }) => headers['webhook-id'])).toEqual([
      server.hooks[0]?.headers['webhook-id'],
      server.hooks[0]?.headers['webhook-id'],
    ])
  })

  test('410 ends it, a redirect is not followed, and an address inside is not called', async () => {
    const send = async (url = server.url) => {
      const webhook = createWebhook({ url, secrets }, client, () => clock.at)
      const operators = [{ channel: 'webhook' as const, address: webhook.host, language: 'en' as const }]
      const { results } = await createNotices({ ...context, webhook, operators }).test({ actor: 'ada' })
      return results[0]
    }
    server.answer(410)
    expect(await send()).toMatchObject({ sent: false, code: 'webhook_gone', reply: '410' })
    server.answer(302, { location: 'http://169.254.169.254/latest/meta-data' })
    expect(await send()).toMatchObject({ sent: false, code: 'webhook_refused', reply: '302' })
    expect(server.hooks).toHaveLength(2)
    for (const url of ['https://169.254.169.254/x', 'https://10.0.0.1/x', 'http://192.168.1.1/x'])
      expect(await send(url)).toMatchObject({ sent: false, code: 'url_refused', reply: null })
  })

  test('a test is signed as any other, and shows the host alone', async () => {
    const { results } = await createNotices(context).test({ actor: 'ada' })
    expect(results).toEqual([
      { channel: 'webhook', recipient: new URL(server.url).host, sent: true, code: null, reply: null },
    ])
    expect(JSON.parse(server.hooks[0]?.body ?? '')).toMatchObject({ type: 'accord.notice.test' })
    expect(JSON.stringify(await createNotices(context).report())).not.toContain('secret-path')
  })

  test('a secret of another form refuses the start, and is not repeated', () => {
    for (const secret of ['short', 'whsec_dGVzdA==', `${NEW},${OLD},${NEW}`, `whsec_${'!'.repeat(44)}`]) {
      const { error } = WebhookSecrets.safeParse(secret)
      expect(error?.issues[0]?.message).toContain('must be whsec_')
      expect(error?.issues[0]?.message).not.toContain(secret)
    }
  })
})
