import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from '@jest/globals'

import { loadMasterKey } from '../../src/master-key/master-key.ts'

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

function freshFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'accord-key-'))
  directories.push(directory)
  return join(directory, 'data', 'master.key')
}

test('the first start makes a file that only its owner reads; every later start reads the same key', () => {
  const file = freshFile()
  const key = loadMasterKey({ file })
  expect(key).toHaveLength(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(loadMasterKey({ file })).toEqual(key)
  expect(readdirSync(join(file, '..'))).toEqual(['master.key'])
})

test('a file that others may read is refused, and the message holds the remedy but not the key', () => {
  const file = freshFile()
  const key = loadMasterKey({ file }).toString('base64')
  chmodSync(file, 0o640)
  expect(() => loadMasterKey({ file })).toThrow(`chmod 600 ${file}`)
  expect(() => loadMasterKey({ file })).not.toThrow(key)
})

test('the environment wins over the file, and nonsense in either is refused without repeating it', () => {
  const file = freshFile()
  const value = Buffer.alloc(32, 9).toString('base64')
  expect(loadMasterKey({ value, file })).toEqual(Buffer.alloc(32, 9))
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
  for (const bad of ['', 'short', Buffer.alloc(31).toString('base64'), `${value.slice(0, -2)}!=`])
    expect(() => loadMasterKey({ value: bad, file })).toThrow('must hold 32 bytes')
  loadMasterKey({ file })
  writeFileSync(file, 'not a key')
  expect(() => loadMasterKey({ file })).toThrow('must hold 32 bytes')
  expect(readFileSync(file, 'utf8')).toBe('not a key')
})
