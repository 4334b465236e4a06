import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'

import { type PostgresServer, startPostgres } from '../postgres.ts'
import { accept, type Company, initiate, read, startCompany, untilState } from './company.ts'

const run = promisify(execFile)

let server: PostgresServer
let acme: Company
let globex: Company

/** A server that was given must not be newer than the `pg_dump` of this machine. */
beforeAll(async () => {
  server = await startPostgres({ tools: true })
  const settings = { ACCORD_MASTER_KEY: randomBytes(32).toString('base64') }
  acme = await startCompany('Acme', await server.createDatabase(), 400, { settings })
  globex = await startCompany('Globex', undefined, 400)
}, 60_000)

afterAll(async () => {
  await Promise.all([acme.close(), globex.close()])
  await server.stop()
})

const urlOf = ({ databaseUrl = '' }: Company): URL => new URL(databaseUrl)

/** The dump takes the place of the database, as on another server. */
async function restoreElsewhere(company: Company, dump: string): Promise<void> {
  const url = urlOf(company)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const admin = new Client({ connectionString: url.href })
  await admin.connect()
  await admin.query(`alter database ${name} rename to ${name}_lost`)
  await admin.query(`create database ${name}`)
  await admin.end()
  await run(server.tool('pg_restore'), ['--exit-on-error', '--no-owner', '--dbname', urlOf(company).href, dump])
}

const pause = (company: Company, connectionId: string) =>
  company.client.call('deactivateConnection', { params: { connectionId }, body: { actor: 'admin' } })

async function connect() {
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  return { atAcme: connection.id, atGlobex: accepted.id }
}

test('a dump that is taken under load comes back elsewhere: both sides agree on what they still share', async () => {
  const early = await connect()
  const unused = await initiate(acme)
  const dump = path.join(acme.dataDir, 'accord.dump')
  let ended = false
  const goOn = async (connections = 0): Promise<number> => {
    if (ended) return connections
    await connect()
    return goOn(connections + 1)
  }
  const load = goOn()
  await run(server.tool('pg_dump'), ['--format=custom', '--file', dump, urlOf(acme).href])
  ended = true
  expect(await load).toBeGreaterThan(0)
  const late = await connect()

  await acme.restart(() => restoreElsewhere(acme, dump))

  expect((await read(acme, unused.connection.id)).state).toBe('revoked')
  expect((await read(acme, early.atAcme)).state).toBe('active')
  await pause(acme, early.atAcme)
  await untilState(globex, early.atGlobex, 'deactivated_by_peer')
  await untilState(globex, late.atGlobex, 'peer_lost')
}, 120_000)
