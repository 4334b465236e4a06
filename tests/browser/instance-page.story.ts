import type { Page } from '@playwright/test'
import { consoleAddress } from '@accord/shared/protocol'
import { systemCaller } from '../../instance-simulator/src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../instance-simulator/src/instance.ts'
import { packagePath } from '../../now-app/build/build-app.ts'
import { startScriptedNode, type ScriptedNode } from '../../now-app/test/scripted-node.ts'
import { snapshotOf } from '../../now-app/test/snapshots.ts'
import { CONSOLE_PAGE, TABLES } from '../../now-app/src/server/names.ts'
import { SCOPE } from '../../now-app/src/server/scope.ts'
import { expectAccessible } from './accessible.ts'
import { CompanyPage } from './company-page.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'

/** An instance by itself, with a node that answers as slowly and as wrongly as a test asks. */
let instance: SimulatedInstance
let node: ScriptedNode

test.beforeAll(async () => {
  instance = await createInstance({ name: 'Company A', port: 0, languages: ['de'] })
  await instance.installPackage(packagePath)
})
test.beforeEach(async () => {
  node = await startScriptedNode()
})
test.afterEach(() => node.close())
test.afterAll(() => instance.close())

async function logIn(page: Page): Promise<CompanyPage> {
  const company = { name: 'Company A', instanceUrl: instance.baseUrl, nodeUrl: node.url, pids: [0, 0] as const }
  const admin = new CompanyPage(page, company)
  await admin.logIn()
  return admin
}

const MAIN = new RegExp(`/uxasset/externals/${SCOPE}/main\\.jsdbx`)
const ours = (page: Page) => {
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes(CONSOLE_PAGE)) loads++
  })
  return () => loads
}
const whatToDo = (page: Page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' })

test('after an upgrade a page whose script names a part that is gone is loaded afresh, once, and works', async ({
  page,
}) => {
  const admin = await logIn(page)
  test.setTimeout(120_000)
  const loads = ours(page)
  let isKept = true
  await page.route(MAIN, (route) => {
    if (!isKept) return route.continue()
    isKept = false
    // What the browser has kept of the release before: it imports a part by a name that is there no more.
    return route.fulfill({ contentType: 'text/javascript', body: "import './vendor-gone--00000000.jsdbx'" })
  })
  await admin.openConsole('/setup')
  await expect(page.getByRole('heading', { level: 1, name: 'Set-up' })).toBeVisible()
  expect(loads()).toBe(2)
  await expect(whatToDo(page)).toHaveCount(0)
})

test('a part that stays away is no endless loop: the page says what to do', async ({ page }) => {
  await logIn(page)
  const vendor = instance.store.query('sys_ux_lib_asset', { encoded: `nameSTARTSWITH${SCOPE}/vendor` }, systemCaller)
  for (const { sys_id: id = '' } of vendor) instance.store.remove('sys_ux_lib_asset', id, systemCaller)
  try {
    const loads = ours(page)
    await page.goto(`${instance.baseUrl}/${consoleAddress(CONSOLE_PAGE, '/setup')}`)
    await expect(whatToDo(page)).toContainText('reload the page')
    expect(loads()).toBe(2)
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/screens/page-not-loaded.png' })
    // Somebody reloads at once: it says so again, and does not start anew.
    await page.reload()
    await expect(whatToDo(page)).toBeVisible()
    expect(loads()).toBe(3)
  } finally {
    for (const row of vendor) instance.store.insert('sys_ux_lib_asset', { ...row }, systemCaller)
  }
})

async function speak(language: string): Promise<void> {
  const [admin] = instance.store.query('sys_user', { encoded: 'user_name=admin' }, systemCaller)
  instance.store.update('sys_user', admin?.['sys_id'] ?? '', { preferred_language: language }, systemCaller)
}

test('a page speaks the language of the user on the instance, whatever the browser prefers', async ({ page }) => {
  const admin = await logIn(page)
  await speak('de')
  try {
    await admin.openConsole('/setup')
    await expect(page.getByRole('heading', { level: 1, name: 'Einrichtung' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await page.goto(`${instance.baseUrl}/navpage.do`)
    await expect(page.getByRole('link', { name: 'Einrichtung' })).toBeVisible()
    await page.screenshot({ path: 'test-results/screens/navigator-de.png' })
  } finally {
    await speak('')
  }
  await admin.openConsole('/setup')
  await expect(page.getByRole('heading', { level: 1, name: 'Set-up' })).toBeVisible()
})

test('after a pairing the page shows how many connections of the node are stored, and says when all are', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const admin = await logIn(page)
  const all = [...Array(40).keys()].map((number) => snapshotOf({ name: `Plant ${number}` }))
  let isDown = true
  node.reply('readStatus', { status: 503, json: { code: 'retry_later' } })
  node.reply('listConnections', { json: { connections: all } })
  node.reply('readConnection', ({ path }) => {
    const index = all.findIndex(({ id }) => path.endsWith(id))
    if (isDown && index === 30) return { lost: true }
    return { json: { connection: all[index], log: [] }, delayMs: index > 30 ? 100 : 0 }
  })
  await admin.openConsole('/setup')
  await page.getByRole('textbox', { name: 'Pairing code' }).fill(`${node.url}#pair=${'s'.repeat(32)}`)
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
  const progress = page.getByRole('progressbar', { name: '30 of 40 connections that the node has are stored here.' })
  await expect(progress).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('It is tried again each five minutes')).toBeVisible()
  await lookAtEverySize(page, 'setup-reconciling')
  await speak('de')
  await admin.openConsole('/setup')
  await expect(page.getByRole('progressbar', { name: '30 von 40 Verbindungen des Knotens' })).toBeVisible()
  await lookAtEverySize(page, 'setup-reconciling-de')
  await speak('')
  await admin.openConsole('/setup')
  isDown = false
  instance.clock.advance(6 * 60_000)
  await expect(page.getByText('All connections of the node are stored here.')).toBeAttached({ timeout: 30_000 })
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  expect(instance.store.count(TABLES.connection, '', systemCaller)).toBe(40)
})
