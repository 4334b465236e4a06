import { setTimeout as delay } from 'node:timers/promises'

import { findConnection } from '../store/connections.ts'
import { readContact } from '../store/contacts.ts'
import type { ConnectionContext } from './connection-context.ts'

/** Another replica may have the news: its commits are not announced here. */
const POLL_MS = 500

/** Returns when this side has paused or resumed beyond `heard`, its state has changed, or `waitMs` are over. */
export async function waitForNews(context: ConnectionContext, id: string, heard: number, waitMs: number) {
  const { database, changes } = context
  const deadline = performance.now() + waitMs
  const before = await findConnection(database.db, id)
  const isNews = async () =>
    (await readContact(database.db, id)).pauses !== heard ||
    (await findConnection(database.db, id))?.state !== before?.state
  let bell = new AbortController()
  const unsubscribe = changes.subscribe((record) => {
    if (record.id === id) bell.abort()
  })
  try {
    while (performance.now() < deadline && !(await isNews())) {
      const pause = Math.min(POLL_MS, Math.max(1, deadline - performance.now()))
      await delay(pause, undefined, { signal: bell.signal }).catch(() => undefined)
      bell = new AbortController()
    }
  } finally {
    unsubscribe()
  }
}
