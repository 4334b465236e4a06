import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { initiate, pasteCode, type CompanyPage } from './company-page.ts'
import { expectAccessible } from './accessible.ts'
import { startDemo, type Demo } from './demo-process.ts'
import { expect, test } from './stories.ts'

/** A demo of its own: this story pairs by hand, kills a node and starts everything again. */
let directory = ''
let demo: Demo

const OWN_PORTS = ['--port-base', '4810']

test.beforeAll(async () => {
  test.setTimeout(180_000)
  directory = mkdtempSync(path.join(tmpdir(), 'accord-setup-story-'))
  demo = await startDemo(directory, ['--no-pairing', ...OWN_PORTS])
})

test.afterAll(async () => {
  await demo.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** The third task of the set-up; the first two were installing the app and starting the node. */
async function pasteThePairingCode(admin: CompanyPage): Promise<void> {
  await admin.openConsole('/connections')
  await expect(admin.page.getByRole('textbox', { name: 'Pairing code' })).toBeVisible()
  await expectAccessible(admin.page)
  await admin.page.getByRole('textbox', { name: 'Pairing code' }).fill(admin.company.pairingCode ?? 'none was printed')
  await admin.page.getByRole('button', { name: 'Pair' }).click()
  await expect(admin.page.getByText(admin.company.nodeUrl).first()).toBeVisible()
  await admin.openConsole('/connections')
  await expect(admin.page.getByRole('button', { name: 'Initiate Connection' }).first()).toBeVisible()
}

test('three tasks set up a company: the third is to paste a pairing code', async ({ openAs }) => {
  for (const company of demo.companies) {
    const admin = await openAs(company)
    await pasteThePairingCode(admin)
    await expectAccessible(admin.page)
  }
  const admin = await openAs(demo.companies[0])
  await admin.page.screenshot({ path: 'test-results/empty-list.png' })
})

test('a killed node is named in the page, the acceptance waits for it, and a restart completes it', async ({
  openAs,
}) => {
  test.setTimeout(240_000)
  const name = 'Survives the night'
  const before = { a: await openAs(demo.companies[0]), b: await openAs(demo.companies[1]) }
  const code = await initiate(before.a, {
    destinationUrl: demo.companies[1].instanceUrl,
    localShortName: 'Alpha',
    remoteShortName: 'Beta',
    name,
  })
  await pasteCode(before.b, code)
  await expect(before.b.page.getByText('Company A').first()).toBeVisible()

  await test.step("A's node is killed before B accepts", async () => {
    process.kill(demo.companies[0].pids[1], 'SIGKILL')
    await before.b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(before.b.page.getByText(/refuses connections/i).first()).toBeVisible()
    await expectAccessible(before.b.page)
    await before.b.openConsole('/connections')
    await expect(before.b.row(name)).toContainText('Accepting')
  })

  await test.step("A's page says that the node is down and what to do", async () => {
    await before.a.openConsole('/initiate')
    await expect(before.a.page.getByRole('alert').first()).toContainText('The bridge node does not answer')
  })

  await test.step('everything stops and starts again: the connection completes by itself', async () => {
    await demo.stop()
    demo = await startDemo(directory, ['--no-pairing', ...OWN_PORTS])
    const after = { a: await openAs(demo.companies[0]), b: await openAs(demo.companies[1]) }
    await after.b.openConsole('/connections')
    await expect(after.b.row(name)).toContainText('Active', { timeout: 60_000 })
    await after.a.openConsole('/connections')
    await expect(after.a.row(name)).toContainText('Active', { timeout: 60_000 })
  })
})
