import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'

import { type Database, openDatabase } from '../../node-bridge/src/store/engine/database.ts'
import { ROOT } from './deployment-files.ts'

const ACCORD_MASTER_KEY = Buffer.alloc(32, 3).toString('base64')

interface Outcome {
  readonly exitCode: number | null
  readonly errors: string
}

const backUp = (dataDir: string, target: string) =>
  new Promise<Outcome>((resolve) => {
    const script = path.join(ROOT, 'deploy/backup-sqlite.mjs')
    const child = spawn(process.execPath, [script, target], {
      env: { ...process.env, ACCORD_DATA_DIR: dataDir, ACCORD_MASTER_KEY },
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.once('close', (exitCode) => resolve({ exitCode, errors }))
  })

/** One commit of two rows that belong together. */
const writePair = (database: Database, pair: number) =>
  database.transaction(async (transaction) => {
    for (const half of ['a', 'b'])
      await transaction
        .insertInto('spent_request')
        .values({ id: `${pair}-${half}`, expires_at: pair })
        .execute()
  })

const idsIn = (file: string) => {
  const copy = new SqliteDatabase(file, { readonly: true })
  try {
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    return new Set(copy.prepare<[], string>('select id from spent_request').pluck().all())
  } finally {
    copy.close()
  }
}

describe('a backup of the embedded database', () => {
  let directory = ''
  let database: Database
  beforeEach(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'accord-backup-'))
    database = await openDatabase({ dataDir: path.join(directory, 'data'), databaseUrl: undefined })
  })
  afterEach(async () => {
    await database.close()
    rmSync(directory, { recursive: true, force: true })
  })
  const target = () => path.join(directory, 'copy.sqlite')

  test('made while the node writes holds every commit before it and no half of one', async () => {
    const before = 50
    for (let pair = 0; pair < before; pair += 1) await writePair(database, pair)
    const running = { ended: false }
    const outcome = backUp(path.join(directory, 'data'), target()).finally(() => (running.ended = true))
    let pair = before
    for (; !running.ended; pair += 1) {
      await writePair(database, pair)
      // SQLite answers at once: without a breath between two commits nothing else here would ever run.
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(await outcome).toEqual({ exitCode: 0, errors: '' })
    expect(pair).toBeGreaterThan(before)
    const ids = idsIn(target())
    for (let early = 0; early < before; early += 1) expect(ids).toContain(`${early}-a`)
    const halves = [...ids].filter((id) => !ids.has(id.replace(/[ab]$/, (half) => (half === 'a' ? 'b' : 'a'))))
    expect(halves).toEqual([])
  })

  test('can be read by its owner only and leaves nothing else behind', async () => {
    await backUp(path.join(directory, 'data'), target())
    expect((statSync(target()).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(directory).toSorted()).toEqual(['copy.sqlite', 'data'])
  })

  test('never takes the place of another', async () => {
    writeFileSync(target(), 'an earlier backup')
    expect(await backUp(path.join(directory, 'data'), target())).toMatchObject({ exitCode: 1 })
    expect(statSync(target()).size).toBe('an earlier backup'.length)
  })

  test('of a directory without a database is refused, not made empty', async () => {
    const { exitCode, errors } = await backUp(path.join(directory, 'elsewhere'), target())
    expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: expect.stringContaining('no database') })
    expect(existsSync(target())).toBe(false)
  })
})
