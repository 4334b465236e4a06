import { readFileSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import { createLogEventsDocument, LOG_EVENTS_DOCUMENT } from '../../scripts/log-events-document.ts'

test('docs/log-events.md is the list of today; otherwise run npm run docs:events', async () => {
  const written = readFileSync(LOG_EVENTS_DOCUMENT, 'utf8')
  expect(written).toBe(await createLogEventsDocument())
})
