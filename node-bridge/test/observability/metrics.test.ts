import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { createMetrics } from '../../src/observability/metrics.ts'
import { type Database, openDatabase } from '../../src/store/engine/database.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'accord-metrics-'))
let database: Database

beforeAll(async () => {
  database = await openDatabase({ dataDir, databaseUrl: undefined })
})
afterAll(async () => {
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('docs/operations.md names every metric, and no other', async () => {
  const { text } = await createMetrics(database, () => true).render()
  const rendered = [...text.matchAll(/^# TYPE (accord_\w+)/gmu)].map(([, name]) => name)
  const document = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
  const named = [...document.matchAll(/`(accord_\w+)`/gu)].map(([, name]) => name)
  expect(rendered.length).toBeGreaterThan(4)
  expect([...new Set(named)].toSorted()).toEqual(rendered.toSorted())
})
