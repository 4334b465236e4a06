import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { forgetSteps } from '../../src/store/sync/script-steps.ts'
import { databaseKinds } from '../databases.ts'
import { eventually } from '../faults/company/eventually.ts'
import { type SyncCompanies, startSyncCompanies } from './sync-companies.ts'
import { configureSync, publish, script, textOfDatabase, untilRecord, valueOf } from './sync-company.ts'

const STARTING_MS = 120_000
const STORY_MS = 90_000

interface Call {
  readonly method: string | undefined
  readonly key: string | undefined
  readonly authorization: string | undefined
  readonly body: string
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

describe.each(databaseKinds())('scripts that call other hosts, on $name', (kind) => {
  let both: SyncCompanies
  let server: Server
  let calls: Call[] = []
  let url = ''
  /** What the host answers; undefined: it breaks the call off after it has taken it. */
  let answer: (call: Call) => { readonly status: number; readonly body: string; readonly location?: string } | undefined

  beforeAll(async () => {
    await kind.start()
    const take = async (request: IncomingMessage, response: ServerResponse) => {
      const { authorization, 'idempotency-key': key } = request.headers
      const call = {
        method: request.method,
        key: key as string | undefined,
        authorization,
        body: await bodyOf(request),
      }
      calls.push(call)
      const given = answer(call)
      if (!given) return void request.socket.destroy()
      response.writeHead(given.status, given.location === undefined ? {} : { location: given.location })
      response.end(given.body)
    }
    server = createServer((request, response) => void take(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    url = `http://localhost:${port}/tickets`
    both = await startSyncCompanies(kind, undefined, { ACCORD_SCRIPT_HOSTS: `localhost:${port}` })
    await configureSync(both.acme, both.ids.acme)
  }, STARTING_MS)
  afterAll(async () => {
    await both.close()
    server.closeAllConnections()
    server.close()
    await kind.stop()
  })
  beforeEach(() => {
    calls = []
    answer = () => ({ status: 200, body: '{"ticket":"T-17"}' })
  })

  /** Globex asks the host by these lines in every incoming run. */
  const incomingWith = (...lines: readonly string[]) =>
    script('incoming')
      .replace('({ replica,', '({ httpClient, syncHelper, replica,')
      .replace('=> {', ['=> {', ...lines].join('\n  '))
  const post = () =>
    incomingWith(
      `const made = httpClient.post('${url}', { summary: replica.summary ?? '' })`,
      'entity.description = `${made.status} ${JSON.stringify(made.json())}`',
    ).replace("  if (changed('description')) entity.description = replica.description ?? ''\n", '')
  const configure = (incoming: string) => configureSync(both.globex, both.ids.globex, { incoming })
  const open = (summary: string) => both.acme.tracker.create('incident', { short_description: summary })
  const arrived = (summary: string) =>
    untilRecord(`${summary} has come`, both.globex, (record) => valueOf(record, 'short_description') === summary)
  const heldItem = () =>
    eventually('it waits for a person', async () => {
      const { items } = await both.globex.client.call('listSyncItems', {
        params: { connectionId: both.ids.globex },
        query: {},
      })
      return items.find(({ status }) => status === 'held')
    })

  test(
    'what a script posts is done once for its message, without credentials, and its answer is given to the script',
    async () => {
      await configure(post())
      open('posted once')
      expect(valueOf(await arrived('posted once'), 'description')).toBe('200 {"ticket":"T-17"}')
      await both.settled()
      expect(calls).toEqual([
        {
          method: 'POST',
          key: expect.stringMatching(/^[\w-]{43}$/u),
          authorization: undefined,
          body: '{"summary":"posted once"}',
        },
      ])
      const { db } = both.globex.bridge.services.context.database
      await forgetSteps(db)
      expect(await db.selectFrom('script_step').select('id').execute()).toEqual([])
      expect(await textOfDatabase(both.globex)).not.toContain('T-17')
    },
    STORY_MS,
  )

  test(
    'a call that breaks off, nobody knows where, is made again under the same key; a node that is started anew gives the answer again',
    async () => {
      await configure(post())
      answer = () => (calls.length < 3 ? undefined : { status: 201, body: '{"ticket":"T-18"}' })
      open('broken off')
      await eventually('it was tried', () => (calls.length > 0 ? true : undefined))
      await both.globex.restart()
      expect(valueOf(await arrived('broken off'), 'description')).toBe('201 {"ticket":"T-18"}')
      await both.settled()
      expect(new Set(calls.map(({ key }) => key)).size).toBe(1)
      expect(calls).toHaveLength(3)
    },
    STORY_MS,
  )

  test(
    'a message that waits for a person is tried again without another call, whatever was corrected in the script',
    async () => {
      await configure(
        `${post().replace('=> {', "=> {\n  if (replica.summary === 'held') httpClient.post('" + url + "', 'first')\n  if (replica.summary === 'held') map('nothing', { something: '1' })")}`,
      )
      open('held')
      const item = await heldItem()
      expect(item.faults).toMatchObject([{ code: 'value_unmapped' }])
      expect(calls.map(({ body }) => body)).toEqual(['"first"'])
      await publish(both.globex, both.ids.globex, {
        incoming: post().replace(
          '=> {',
          "=> {\n  if (replica.summary === 'held') httpClient.post('" + url + "', 'first')",
        ),
      })
      await arrived('held')
      expect(calls.map(({ body }) => body)).toEqual(['"first"', '{"summary":"held"}'])
    },
    STORY_MS,
  )

  test(
    'a host that is not in the list, and a redirect to one, are not called; the script is stopped by name or gets the status',
    async () => {
      answer = () => ({ status: 302, body: '{}', location: 'http://169.254.169.254/latest' })
      await configure(
        incomingWith(
          `entity.close_notes = String(httpClient.get('${url}').status)`,
          "if (replica.summary === 'elsewhere') httpClient.get('https://elsewhere.example/')",
          "if (replica.summary === 'no address') httpClient.get(undefined as unknown as string)",
          "if (replica.summary === 'metadata') httpClient.post('http://169.254.169.254/', {})",
        ),
      )
      open('redirected')
      expect(valueOf(await arrived('redirected'), 'close_notes')).toBe('302')
      for (const [summary, names] of [
        ['elsewhere', 'elsewhere.example'],
        ['metadata', 'may not call'],
        ['no address', 'takes an address'],
      ] as const) {
        open(summary)
        const item = await heldItem()
        const code = summary === 'no address' ? 'script_threw' : 'access_missing'
        expect(item.faults).toMatchObject([{ code, message: expect.stringContaining(names) }])
        await both.globex.client.call('unlinkSyncItem', { params: { itemId: item.id }, body: { actor: 'admin' } })
      }
      expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(['GET']))
    },
    STORY_MS,
  )

  test(
    'a test run lists what would be posted and posts nothing; an outgoing script posts nothing at all',
    async () => {
      const outgoing = script('outgoing')
      const tested = await both.globex.client.call('testScripts', {
        params: { connectionId: both.ids.globex },
        body: {
          table: 'incident',
          outgoing,
          incoming: post(),
          mayWiden: false,
          subject: {
            kind: 'replica',
            replica: { summary: 'tried', status: 'New', priority: '3 - Low', customKeys: {} },
          },
        },
      })
      expect(tested).toMatchObject({
        outcome: { kind: 'plan', fields: expect.arrayContaining([expect.objectContaining({ after: '202 null' })]) },
        steps: [{ name: 'http', request: JSON.stringify({ body: { summary: 'tried' }, url }) }],
      })
      const posting = outgoing
        .replace('({ ', '({ httpClient, ')
        .replace('=> {', `=> {\n  httpClient.post('${url}', entity.number)`)
      await configureSync(both.globex, both.ids.globex, { outgoing: posting })
      both.globex.tracker.create('incident', { short_description: 'from Globex' })
      expect((await heldItem()).faults).toMatchObject([{ code: 'unsupported' }])
      expect(calls).toEqual([])
    },
    STORY_MS,
  )

  test(
    'isUnderSync names the connections that the record is in a pair of',
    async () => {
      await configure(
        incomingWith(
          'entity.close_notes = `${syncHelper.isUnderSync()} ${syncHelper.isUnderSync(connection.name)} ${syncHelper.isUnderSync("another")}`',
        ),
      )
      const { id } = open('under sync')
      expect(valueOf(await arrived('under sync'), 'close_notes')).toBe('false false false')
      await both.settled().catch(() => undefined)
      both.acme.tracker.update('incident', id, { short_description: 'under sync now' })
      expect(valueOf(await arrived('under sync now'), 'close_notes')).toBe('true true false')
    },
    STORY_MS,
  )
})
