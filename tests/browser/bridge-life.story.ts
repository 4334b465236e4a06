import type { Page } from '@playwright/test'

import { fingerprintOf } from '../../node-bridge/src/keys/key-pair.ts'
import { EXALATE_CODE, EXALATE_INVITATION } from '../../node-bridge/test/invitations/exalate-code.ts'
import { expectAccessible } from './accessible.ts'
import { initiate, pasteCode, type CompanyPage } from './company-page.ts'
import { ConsolePage, issueLink } from './console-page.ts'
import type { Demo } from './demo-process.ts'
import { acceptByKeyboard, initiateByKeyboard } from './keyboard.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'

/** No code lives longer than fourteen. */
const FIFTEEN_DAYS_MS = 15 * 24 * 3_600_000
const NOBODY = { destinationUrl: null, localShortName: 'Gamma', remoteShortName: 'Delta' }

async function openAsAdmin(demo: Demo, page: Page, name: string): Promise<ConsolePage> {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, name, 'admin'))
  return c
}

async function connect(c: ConsolePage, a: CompanyPage, name: string): Promise<void> {
  const names = { localShortName: 'Gamma', remoteShortName: 'Alpha', name }
  await pasteCode(a, await initiate(c, { destinationUrl: a.company.instanceUrl, ...names }))
  await a.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(a.page.getByText('Connection is established.')).toBeVisible()
}

/** Chooses from the menu of a row; the dialog it opens says what will happen. */
async function choose({ page }: ConsolePage, name: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: action })
  await expect(dialog).toContainText(name)
  return { dialog, confirm: () => dialog.getByRole('button', { name: action, exact: true }).click() }
}

test('an Exalate code is distinguished, with what can be read in it, and nothing is lost', async ({ demo, page }) => {
  const c = await openAsAdmin(demo, page, 'ella')
  await pasteCode(c, EXALATE_CODE)
  const alert = page.getByRole('alert')
  const { nodeInfo, connectionInfo, invitationSecret } = EXALATE_INVITATION
  for (const fact of [
    'Exalate',
    nodeInfo.name,
    nodeInfo.baseUrl,
    nodeInfo.issueTrackerUrl,
    connectionInfo.connectionName,
  ])
    await expect(alert).toContainText(fact)
  await expect(alert).toContainText('Ask the other side to initiate the connection with Accord')
  await expect(page.getByText(invitationSecret)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Invitation code' })).toHaveValue(EXALATE_CODE)
  await lookAtEverySize(page, 'bridge-exalate-code')
})

test('the own URL makes a local connection: no code, active at once, both ends in the list', async ({ demo, page }) => {
  const c = await openAsAdmin(demo, page, 'lola')
  await c.openConsole('/initiate')
  await page.getByLabel('Destination instance URL').fill(c.nodeUrl)
  await page.getByLabel('Destination instance URL').press('Tab')
  await expect(page.getByText('This is the address of your own node')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: /Script/ }).check()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await page.getByLabel('Local instance short name').fill('Here')
  await page.getByLabel('Remote instance short name').fill('There')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('Connection is established.')).toBeVisible()
  await expect(page.getByText(/^accord1_/)).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Done' }).click()
  for (const end of ['Here_to_There', 'There_to_Here']) await expect(c.row(end)).toContainText('Active')
  await page.getByRole('link', { name: 'Here_to_There' }).click()
  await expect(page.getByRole('button', { name: 'Deactivate', exact: true })).toBeVisible()
  // Both ends are on one node: there is no key that another side would have to take.
  await expect(page.getByRole('button', { name: 'Rotate keys' })).toHaveCount(0)
})

test('beside the code: who can use it, how long, and the way to the other side', async ({ demo, page }) => {
  const c = await openAsAdmin(demo, page, 'theo')
  const [companyA] = demo.companies
  await page.clock.install()
  const names = { localShortName: 'Gamma', remoteShortName: 'Alpha', name: 'Running out' }
  await initiate(c, { destinationUrl: companyA.instanceUrl, ...names })
  await expect(page.getByText('Only Company A can accept it, once, by the key that its node has shown:')).toBeVisible()
  const { keys } = (await (await fetch(`${companyA.nodeUrl}/.well-known/accord-node`)).json()) as {
    keys: [string]
  }
  await expect(page.getByText(fingerprintOf(keys[0]))).toBeVisible()
  const left = page.getByText(/\d left$/)
  const before = await left.textContent()
  await expect(left).not.toHaveText(before ?? '')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Go to remote' }).click()
  const remote = await opened
  expect(new URL(remote.url()).origin).toBe(companyA.instanceUrl)
  expect(await remote.evaluate('window.opener')).toBeNull()
  await remote.close()
  await page.clock.fastForward(FIFTEEN_DAYS_MS)
  await expect(page.getByText('expired', { exact: true })).toBeVisible()
})

test('both wizards can be used without a mouse here, too', async ({ demo, openAs, page }) => {
  const c = await openAsAdmin(demo, page, 'kurt')
  const [companyA] = demo.companies
  const byKeyboard = { localShortName: 'Keys', remoteShortName: 'Board', name: 'Gamma by keyboard' }
  const code = await initiateByKeyboard(c, { destinationUrl: companyA.instanceUrl, ...byKeyboard }, 'Company A')
  expect(code).toMatch(/^accord1_/)
  await expect(c.row('Gamma by keyboard')).toContainText('Pending')
  const a = await openAs(companyA)
  const names = { localShortName: 'Alpha', remoteShortName: 'Gamma', name: 'Accepted by keyboard' }
  await acceptByKeyboard(c, await initiate(a, { destinationUrl: c.nodeUrl, ...names }), 'Company A')
})

test('the menu of a row does what it says, and the other side sees it', async ({ demo, openAs, page }) => {
  test.setTimeout(180_000)
  const c = await openAsAdmin(demo, page, 'mira')
  const a = await openAs(demo.companies[0])
  await connect(c, a, 'From the menu')
  await initiate(c, { ...NOBODY, name: 'Nobody yet' })
  await page.getByRole('button', { name: 'Done' }).click()

  await test.step('a code is shown once: it is issued anew, then revoked', async () => {
    await page.getByRole('button', { name: 'Actions for Nobody yet' }).click()
    await expect(page.getByRole('menuitem', { name: 'Copy code again' })).toContainText('stored nowhere')
    await page.keyboard.press('Escape')
    await (await choose(c, 'Nobody yet', 'Re-issue code')).confirm()
    await page.getByRole('button', { name: 'Copy invitation code' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await (await choose(c, 'Nobody yet', 'Revoke invitation')).confirm()
    await expect(c.row('Nobody yet')).toContainText('Revoked')
  })

  await test.step('deactivated and activated', async () => {
    await a.openConsole('/connections')
    await (await choose(c, 'From the menu', 'Deactivate')).confirm()
    await expect(a.row('From the menu')).toContainText('Deactivated', { timeout: 45_000 })
    await (await choose(c, 'From the menu', 'Activate')).confirm()
    await expect(a.row('From the menu')).toContainText('Active', { timeout: 45_000 })
  })

  await test.step('a new key, of which the page of the connection tells', async () => {
    await (await choose(c, 'From the menu', 'Rotate keys')).confirm()
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByRole('link', { name: 'From the menu' }).click()
    await expect(page.getByRole('region', { name: 'The keys' })).toContainText(/Replaced by this side\s*1/)
    await lookAtEverySize(page, 'bridge-connection')
  })

  await test.step('timeline, trail and diagnostics of the connection', async () => {
    await page.getByRole('tab', { name: 'Handshake' }).click()
    await expect(page.getByText('The code was redeemed', { exact: true })).toBeVisible()
    await page.getByRole('tab', { name: 'Audit trail' }).click()
    await expect(
      page
        .getByRole('list', { name: 'Audit trail' })
        .getByText(/by mira, /)
        .first(),
    ).toBeVisible()
    await page.getByRole('tab', { name: 'Diagnostics' }).click()
    await page.getByRole('button', { name: 'Check now' }).click()
    const step = (title: string) => page.getByRole('listitem').filter({ hasText: title })
    for (const title of ['Name resolution', 'Node answers', 'Clocks', 'Protocol version', 'Signed call'])
      await expect(step(title)).toContainText('OK')
    await expectAccessible(page)
  })

  await test.step('deleting says what happens at the other side, which shows it', async () => {
    await c.openConsole('/connections')
    await page.getByRole('searchbox', { name: 'Search connections' }).fill('FROM menu')
    await expect(page.getByRole('row')).toHaveCount(2)
    const { dialog, confirm } = await choose(c, 'From the menu', 'Delete connection')
    await expect(dialog).toContainText('shows it as disconnected by peer')
    await confirm()
    await expect(page.getByText('No connection fits the search.')).toBeVisible()
    // Nothing is awaited there, so the open page looks each half minute.
    await expect(a.row('From the menu')).toContainText(/disconnected by peer/i, { timeout: 45_000 })
  })
})

test('General Settings and Prerequisites of a side without ServiceNow', async ({ demo, page }) => {
  const c = await openAsAdmin(demo, page, 'silke')
  await c.openConsole('/settings')
  await page.getByRole('combobox', { name: 'A code is valid for' }).selectOption({ label: '1 day' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('by silke', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Settings of the environment' })).toContainText('ACCORD_PUBLIC_URL')
  await expectAccessible(page)
  await c.openConsole('/prerequisites')
  await expect(page.getByText('Nothing stands in the way of a connection.')).toBeVisible()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText('Nothing stands in the way of a connection.')).toBeVisible()
  await expectAccessible(page)
})

test('a second holder of the code is seen at once on the open page of who issued it', async ({
  demo,
  openAs,
  page,
}) => {
  const c = await openAsAdmin(demo, page, 'nora')
  const [a, b] = [await openAs(demo.companies[0]), await openAs(demo.companies[1])]
  const code = await initiate(c, { ...NOBODY, name: 'Read on its way' })
  await page.getByRole('button', { name: 'Done' }).click()
  await c.row('Read on its way').getByRole('link').first().click()
  await pasteCode(a, code)
  await a.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(a.page.getByText('Connection is established.')).toBeVisible()
  await pasteCode(b, code)
  await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(b.page.getByRole('alert')).toContainText('already used by someone else')
  const { keys } = (await (await fetch(`${demo.companies[1].nodeUrl}/.well-known/accord-node`)).json()) as {
    keys: [string]
  }
  const seen = page.getByRole('region', { name: 'Somebody held the code and was refused' })
  await expect(seen).toContainText(fingerprintOf(keys[0]))
  await expect(seen).toContainText('Two nodes had the code.')
  await expect(seen).toContainText('Company B')
  await expectAccessible(page)
  await lookAtEverySize(page, 'bridge-second-holder')
})
