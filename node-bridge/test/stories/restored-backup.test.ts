import { execFile } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { accept, type Company, initiate, read, readEvents, startCompany, untilState } from './company.ts'

const run = promisify(execFile)
const BACKUP = fileURLToPath(new URL('../../../deploy/backup-sqlite.mjs', import.meta.url))

let acme: Company
let globex: Company

beforeEach(async () => {
  ;[acme, globex] = await Promise.all([startCompany('Acme', undefined, 400), startCompany('Globex', undefined, 400)])
})
afterEach(async () => {
  await Promise.all([acme.close(), globex.close()])
})

/** As the operator's handbook says, while the node works. */
async function backUp({ dataDir }: Company): Promise<string> {
  const copy = path.join(dataDir, 'backup.sqlite')
  await run(process.execPath, [BACKUP, copy], { env: { ...process.env, ACCORD_DATA_DIR: dataDir } })
  return copy
}

const restore = (company: Company, copy: string): Promise<void> =>
  company.restart(async () => {
    const file = path.join(company.dataDir, 'accord.sqlite')
    for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
    copyFileSync(copy, file)
  })

const findingsOf = async (company: Company): Promise<string[]> =>
  (await company.client.call('readStatus')).prerequisites.map(({ code }) => code)

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
})

test('a restart is no restore', async () => {
  const { code, connection } = await initiate(acme)
  await acme.restart()
  await acme.restart()
  expect(await findingsOf(acme)).not.toContain('restored')
  expect((await accept(globex, code)).state).toBe('active')
  await untilState(acme, connection.id, 'active')
})

test('a destination that was restored to before the acceptance has never heard of the connection, and the source learns it', async () => {
  const copy = await backUp(globex)
  const { connection, code } = await initiate(acme)
  await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  await restore(globex, copy)
  expect((await globex.client.call('listConnections')).connections).toEqual([])
  expect(await findingsOf(globex)).toContain('restored')
  await untilState(acme, connection.id, 'peer_lost')
})

test('what was agreed after the backup is agreed again by itself', async () => {
  const { connection, code } = await initiate(acme)
  const accepted = await accept(globex, code)
  await untilState(acme, connection.id, 'active')
  const copy = await backUp(globex)
  const pause = (company: Company, connectionId: string) =>
    company.client.call('deactivateConnection', { params: { connectionId }, body: { actor: 'admin' } })
  await pause(acme, connection.id)
  await untilState(globex, accepted.id, 'deactivated_by_peer')
  await restore(globex, copy)
  await untilState(globex, accepted.id, 'deactivated_by_peer')
  expect((await read(acme, connection.id)).state).toBe('deactivated')
})
