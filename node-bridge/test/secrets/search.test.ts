import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'

import { findSecrets, traceOf, tracesIn } from './search.ts'
import { keySecret, textSecret } from './secret.ts'

const key = randomBytes(32)
const secret = keySecret('the key', key.toString('base64url'))

test.each([
  ['as base64url', key.toString('base64url')],
  ['as base64', key.toString('base64')],
  ['in hexadecimal', key.toString('hex')],
  ['inside JSON', JSON.stringify({ jwk: { d: key.toString('base64url') } })],
])('a key is found %s', (_, text) => {
  expect(findSecrets([traceOf('the log', `x${text}y`)], [secret])).toEqual(['the key stands in the log'])
})

test('a key is found as raw bytes', () => {
  const content = Buffer.concat([Buffer.from('x'), key, Buffer.from('y')])
  expect(findSecrets([{ place: 'a file', content }], [secret])).toHaveLength(1)
})

test('a part of a long secret is found, wherever it begins', () => {
  const code = randomBytes(300).toString('base64url')
  for (const start of [0, 7, 100]) {
    const part = code.slice(start, start + 64)
    expect(findSecrets([traceOf('an answer', part)], [textSecret('the code', code)])).toHaveLength(1)
  }
})

test('what is not there is not found', () => {
  expect(findSecrets([traceOf('the log', randomBytes(4000).toString('base64url'))], [secret])).toEqual([])
})

test('a secret in the write-ahead log of a database that is still open is found', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'accord-secrets-'))
  mkdirSync(path.join(directory, 'deep/er'), { recursive: true })
  writeFileSync(path.join(directory, 'deep/er/notes'), key.toString('hex'))
  const database = new SqliteDatabase(path.join(directory, 'planted.sqlite'))
  database.pragma('journal_mode = WAL')
  database.exec('create table planted (value text)')
  database.prepare('insert into planted values (?)').run(key.toString('base64url'))
  const found = findSecrets(tracesIn('A', directory), [secret])
  database.close()
  rmSync(directory, { recursive: true })
  expect(found.toSorted()).toEqual(['the key stands in A: deep/er/notes', 'the key stands in A: planted.sqlite-wal'])
})
