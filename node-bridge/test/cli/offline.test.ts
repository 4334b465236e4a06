import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterEach, beforeEach, expect, test } from '@jest/globals'

import { COMMANDS } from '../../src/cli/commands/index.ts'
import { openDatabase } from '../../src/store/engine/database.ts'
import { accord } from './accord.ts'

const ACCORD_MASTER_KEY = Buffer.alloc(32, 3).toString('base64')

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'accord-cli-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('--help names every command and exit code, and each command explains each of its options', async () => {
  const general = await accord(['--help'], {})
  expect(general.code).toBe(0)
  for (const { name } of COMMANDS) expect(general.stdout).toContain(`  ${name}`)
  const helps = await Promise.all(COMMANDS.map(({ name }) => accord([...name.split(' '), '--help'], {})))
  for (const [i, { name, options, explain }] of COMMANDS.entries()) {
    expect([name, helps[i]?.code]).toEqual([name, 0])
    for (const option of Object.keys(options)) {
      expect(helps[i]?.stdout).toContain(`--${option}`)
      expect([name, option, (explain[option] ?? '').length > 5]).toEqual([name, option, true])
    }
  }
}, 60_000)

test('the completion is a script that bash takes, and it completes commands and options', async () => {
  const { code, stdout } = await accord(['completion', 'bash'], {})
  expect(code).toBe(0)
  const complete = async (...words: string[]) => {
    const line = `COMP_WORDS=(accord ${words.join(' ')} ''); COMP_CWORD=${words.length + 1}`
    const last = `COMP_WORDS=(accord ${words.join(' ')}); COMP_CWORD=${words.length}`
    const script = `${stdout}\n${words.at(-1)?.startsWith('-') ? last : line}; _accord; echo "\${COMPREPLY[*]}"`
    return (await promisify(execFile)('bash', ['-c', script])).stdout.trim().split(' ')
  }
  expect(await complete()).toEqual(expect.arrayContaining(['invite', 'audit', 'doctor', 'completion']))
  expect(await complete('audit')).toEqual(['verify', 'export', 'resume'])
  expect(await complete('licence')).toEqual(['show', 'install'])
  expect(await complete('invite', '--a')).toEqual(['--actor', '--approval'])
  expect(await complete('audit', 'verify', '--an')).toEqual(['--anchor'])
  expect((await accord(['completion', 'zsh'], {})).stdout).toContain('bashcompinit')
  expect((await accord(['completion', 'fish'], {})).code).toBe(2)
})

test('a backup comes back by restore into an empty directory only, and the key is asked for', async () => {
  const dataDir = path.join(directory, 'data')
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  const copy = path.join(directory, 'copy.sqlite')
  const unkeyed = await accord(['backup', copy], { ACCORD_DATA_DIR: dataDir })
  expect(unkeyed).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('ACCORD_MASTER_KEY') })
  expect(await accord(['backup', copy], { ACCORD_DATA_DIR: dataDir, ACCORD_MASTER_KEY })).toMatchObject({
    code: 0,
    stdout: `${copy}\n`,
  })
  await database.close()
  expect((await accord(['backup', copy, '--data-dir', dataDir], {})).code).toBe(1)
  const fresh = path.join(directory, 'fresh')
  const unchecked = await accord(['restore', copy, '--data-dir', fresh], {})
  expect(unchecked).toMatchObject({ code: 1, stderr: expect.stringContaining('master key') })
  const restored = await accord(['restore', copy, '--data-dir', fresh, '--unsealed'], {})
  expect(restored).toMatchObject({ code: 0, stderr: expect.stringContaining('master key') })
  const reopened = await openDatabase({ dataDir: fresh, databaseUrl: undefined })
  await reopened.close()
  expect(await accord(['restore', copy, '--data-dir', fresh], {})).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('exists already'),
  })
})

test('what is no backup is not restored', async () => {
  const file = path.join(directory, 'holiday.jpg')
  writeFileSync(file, 'x'.repeat(5000))
  for (const named of [file, path.join(directory, 'nothing')]) {
    const refused = await accord(['restore', named, '--data-dir', path.join(directory, 'fresh')], {})
    expect(refused).toMatchObject({ code: 1, stdout: '' })
  }
  const verified = await accord(['audit', 'verify', '--data-dir', directory], {})
  expect(verified).toMatchObject({ code: 1, stderr: expect.stringContaining('no database') })
})
