import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import { createLogEventsDocument } from '../../scripts/log-events-document.ts'

test('docs/log-events.md is the list of today; otherwise run npm run docs:events', async () => {
  const written = readFileSync(new URL('../../docs/log-events.md', import.meta.url), 'utf8')
  expect(written).toBe(await createLogEventsDocument())
})
