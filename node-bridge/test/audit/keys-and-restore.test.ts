import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { AuditLine, type AuditVerdict } from '@accord/shared/schemas'
import { pino } from 'pino'

import { type Bridge, createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { rotateMasterKey } from '../../src/master-key/rotate-master-key.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'accord-audit-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const settings = () => loadConfig({ ACCORD_DATA_DIR: dataDir, ACCORD_PORT: '0', ACCORD_ALLOW_HTTP_LOOPBACK: 'true' })

interface Log {
  readonly lines: AuditLine[]
  readonly verdict: AuditVerdict
}

/** One life of the node; answers its audit log as it was at the end. */
async function live(during: (bridge: Bridge) => Promise<void> = async () => undefined): Promise<Log> {
  const bridge = await createBridge(settings(), { log: pino({ level: 'silent' }), show: () => undefined })
  await during(bridge)
  const { text } = await bridge.services.audit.page({ after: 0, limit: 1000 })
  const verdict = await bridge.services.audit.verify()
  await bridge.close()
  const lines = text.trimEnd().split('\n')
  return { lines: lines.map((line) => AuditLine.parse(JSON.parse(line))), verdict }
}

/** Ids of the master keys that the log names, in their order. */
const idsOf = ({ lines }: Log) => lines.flatMap(({ details }) => Object(details)['masterKeyId'] ?? [])

const actionsOf = ({ lines }: Log): string[] => lines.map(({ action }) => action)

test('a replaced master key is recorded, and the chain goes on under the new one', async () => {
  const before = await live()
  expect(await rotateMasterKey(settings())).toMatch(/^[1-9]/u)
  const after = await live()
  expect(after.verdict).toMatchObject({ intact: true, seal: 'fits' })
  const [first] = idsOf(before)
  const replaced = after.lines.find(({ action }) => action === 'node.masterKeyReplaced')
  expect(Object(replaced?.details)['masterKeyId']).not.toBe(first)
  expect(idsOf(after).at(-1)).toBe(Object(replaced?.details)['masterKeyId'])
})

test('a restored backup is recorded: the older chain is whole, and says what happened to it', async () => {
  const database = path.join(dataDir, 'accord.sqlite')
  await live()
  copyFileSync(database, path.join(dataDir, 'backup'))
  const lost = await live(async ({ services }) => void (await services.pairing.issueCode()))
  for (const beside of ['-wal', '-shm']) rmSync(`${database}${beside}`, { force: true })
  copyFileSync(path.join(dataDir, 'backup'), database)
  const restored = await live()
  expect(actionsOf(lost)).not.toContain('node.restored')
  expect(actionsOf(restored).filter((action) => action === 'node.restored')).toHaveLength(1)
  expect(restored.verdict).toMatchObject({ intact: true, seal: 'fits', broken: null })
})
