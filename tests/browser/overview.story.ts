import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../node-bridge/src/store/engine/database.ts'
import { insertConnection } from '../../node-bridge/src/store/connections/connections.ts'
import { saveNotice } from '../../node-bridge/src/store/notices/notices.ts'
import { addActivity, noteLastActivity } from '../../node-bridge/src/store/sync/sync-activity.ts'
import { createBridgeProcess } from '../../node-bridge/test/faults/company/bridge-process.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { hold } from '../../node-bridge/test/notices/notice-kit.ts'
import { newConnection } from '../../node-bridge/test/store/records.ts'
import { ConsolePage } from './console-page.ts'
import { seeOverview } from './overview-page.ts'
import { expectGerman } from './page-language.ts'

const HOUR_MS = 3_600_000
const NAME = 'Acme and Globex, incidents'

/** A day of changes with a lull at night, of one connection of which three pairs wait. The story of sync has a real one. */
async function fillDatabase(dataDir: string): Promise<void> {
  const now = Date.now()
  const thisHour = now - (now % HOUR_MS)
  const { id, ...record } = newConnection({ name: NAME, remoteShortName: 'Globex', state: 'active' })
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  const hours = Array.from({ length: 24 }, (_, ago) => ({ connectionId: id, hourMs: thisHour - ago * HOUR_MS, ago }))
  await database.transaction(async (transaction) => {
    await insertConnection(transaction, { id, ...record })
    await addActivity(
      transaction,
      hours.flatMap(({ connectionId, hourMs, ago }) => [
        { connectionId, hourMs, kind: 'sent', upToMs: 750, count: Math.abs(12 - ago) * 11 },
        { connectionId, hourMs, kind: 'sent', upToMs: 3000, count: Math.abs(12 - ago) },
        { connectionId, hourMs, kind: 'received', upToMs: 0, count: Math.abs(9 - ago) * 5 },
      ]),
    )
    await noteLastActivity(transaction, new Map([[id, now]]))
    await saveNotice(transaction, {
      cause: 'pairs_held',
      connectionId: id,
      subject: 'value_unmapped',
      isOpen: true,
      count: 3,
      beganAt: new Date(now - HOUR_MS),
      seenAt: new Date(now),
      isReported: false,
      reportedAt: null,
      reportedCount: 0,
    })
  })
  await hold(database, id, 'value_unmapped', 3)
  await database.close()
}

test('the first page of a node: what needs somebody leads there, and what moves is a plot and a table, in both languages', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-overview-story-'))
  await fillDatabase(dataDir)
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const bridge = createBridgeProcess({ port, publicUrl, dataDir, nodeName: 'Acme', operatorToken: 'o'.repeat(40) })
  const problems: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/u.test(message.text())) problems.push(message.text())
  })
  const ada = new ConsolePage(page, publicUrl)
  try {
    await bridge.start()
    const shownLink = () => /http\S+#\S*token=\S+/u.exec(bridge.output('stdout'))?.[0] ?? ''
    await expect.poll(shownLink).toContain('/console/#')
    await ada.setPassword(shownLink())
    await page.getByLabel('Address of the tracker').fill('https://acme.atlassian.net')
    await page.getByLabel('Name of this side').fill('Acme')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Say what stands at this side', { exact: false })).toBeHidden()

    await test.step('it opens at /, with what needs somebody, a plot and the same as a table', async () => {
      await seeOverview(ada, NAME, 'test-results/screens/overview-node.png')
      const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: NAME, exact: true }) })
      await expect(row).toContainText('1 thing needs you')
      await expect(row).toContainText(/about \d+ ms/u)
      const need = page.getByRole('link', { name: /3 records wait for a person/ })
      await expect(need).toHaveAttribute('href', /#\/queue\?filter=held&connectionId=[-\w]+&cause=value_unmapped$/)
      await expect(row.getByRole('link', { name: '3 pairs' })).toHaveAttribute('href', /#\/queue\?.*filter=held/)
    })

    await test.step('the same in German', async () => {
      await page.getByRole('button', { name: 'admin', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Deutsch' }).click()
      await seeOverview(ada, NAME, 'test-results/screens/overview-node-de.png', 'de')
      await expectGerman(page)
    })
    expect(problems).toEqual([])
  } finally {
    await bridge.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
