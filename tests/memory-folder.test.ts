import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { makeMemoryFolder } from './memory-folder.ts'

let shared: string
beforeEach(() => {
  shared = mkdtempSync(path.join(tmpdir(), 'accord-shared-'))
})
afterEach(() => rmSync(shared, { recursive: true, force: true }))

const endedPid = () => Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }))

test('the folder of a run that was killed goes with the next run; that of one that still runs stays', () => {
  const [ended, running, other] = [`accord-tests-${endedPid()}`, `accord-tests-${process.ppid}`, 'accord-tests-mine']
  for (const name of [ended, running, other]) mkdirSync(path.join(shared, name))
  makeMemoryFolder(shared)
  expect([ended, running, other].map((name) => existsSync(path.join(shared, name)))).toEqual([false, true, true])
})

test('the folder ends with the process of its run', () => {
  const script = `
    const { existsSync } = await import('node:fs')
    const { makeMemoryFolder } = await import('${path.join(import.meta.dirname, 'memory-folder.ts')}')
    const folder = makeMemoryFolder('${shared}')
    process.stdout.write(JSON.stringify({ folder, exists: folder !== undefined && existsSync(folder) }))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  const { folder, exists } = JSON.parse(stdout) as { folder?: string; exists: boolean }
  // A small machine keeps its disk.
  expect(exists).toBe(folder !== undefined)
  expect(folder !== undefined && existsSync(folder)).toBe(false)
})

test('a machine without such a folder keeps its disk', () => {
  expect(makeMemoryFolder(path.join(shared, 'none'))).toBeUndefined()
})
