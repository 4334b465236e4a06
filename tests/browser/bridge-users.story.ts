import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expectAccessible } from './accessible.ts'
import { ConsolePage, issueLink, PASSWORD } from './console-page.ts'
import type { Demo } from './demo-process.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'

interface User {
  readonly name: string
  readonly role: string
  readonly state: string
}

/** What the operator does at the terminal meanwhile. */
async function asOperator(demo: Demo, call: '' | '/disable' | '/enable', name?: string): Promise<readonly User[]> {
  const token = readFileSync(path.join(demo.directory, 'c', 'operator-token'), 'utf8')
  const response = await fetch(`${demo.bridgeOnly.nodeUrl}/operator/v1/console/users${call}`, {
    method: name === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: name === undefined ? null : JSON.stringify({ name, actor: 'story' }),
  })
  if (!response.ok) throw new Error(`The operator was answered ${response.status}`)
  return ((await response.json()) as { users?: User[] }).users ?? []
}

test('an admin makes a user, changes the role, resets, disables and enables; the last admin stays', async ({
  demo,
  page,
  browser,
}) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'uwe', 'admin'))
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const choose = async (name: string, action: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: action }).click()
    await page.getByRole('dialog').getByRole('button', { name: action }).click()
  }
  const link = () => page.getByRole('group', { name: 'Set-up link for vera' })

  await test.step('the page is found in the menu of the account', async () => {
    await page.getByRole('button', { name: 'uwe', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Users' }).click()
    await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
    await expect(row('uwe')).toContainText('(you)')
    await page.screenshot({ path: 'docs/images/console-4-users.png' })
  })

  const other = await browser.newContext()
  const vera = new ConsolePage(await other.newPage(), c.nodeUrl)
  await test.step('a new user: the link is shown once, is copied, and lets that person in', async () => {
    await page.getByLabel('Name').fill('-vera')
    await page.getByRole('button', { name: 'Add user' }).press('Enter')
    await expect(page.getByText('Begin with a letter or a digit')).toBeVisible()
    await page.getByLabel('Name').fill('vera')
    await page.getByRole('button', { name: 'Add user' }).press('Enter')
    await expect(link()).toContainText('#/welcome?token=')
    await lookAtEverySize(page, 'bridge-users')
    await page.getByRole('button', { name: 'Copy set-up link' }).click()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    await page.getByRole('button', { name: 'Done, hide it' }).click()
    await expect(link()).toHaveCount(0)
    await vera.setPassword(copied)
    await page.reload()
    await expect(row('vera')).toContainText('Active')
    await expect(row('vera')).toContainText('auditor')
    expect(await page.getByText('#/welcome?token=').count()).toBe(0)
  })

  await test.step('role, reset, disable and enable', async () => {
    await choose('vera', 'Make maintainer')
    await expect(row('vera')).toContainText('maintainer')
    await choose('vera', 'Disable')
    await expect(row('vera')).toContainText('Disabled')
    await vera.page.reload()
    await expect(vera.page.getByRole('heading', { name: 'Sign in to Accord' })).toBeVisible()
    await vera.signIn('vera')
    await expect(vera.page.getByRole('alert')).toContainText('Name or password do not fit')
    await choose('vera', 'Enable')
    await expect(row('vera')).toContainText('Active')
    await vera.signIn('vera', PASSWORD)
    await expect(vera.page.getByRole('navigation')).toBeVisible()
    await choose('vera', 'Reset: new set-up link')
    await expect(link()).toContainText('#/welcome?token=')
    await expect(row('vera')).toContainText('Invited')
  })

  await test.step('the last admin sees why nothing happens', async () => {
    const admins = (await asOperator(demo, '')).filter(
      ({ name, role, state }) => role === 'admin' && state === 'active' && name !== 'uwe',
    )
    for (const { name } of admins) await asOperator(demo, '/disable', name)
    await choose('uwe', 'Disable')
    await expect(page.getByRole('dialog')).toContainText('Nobody else could sign in as admin')
    await expectAccessible(page)
    for (const { name } of admins) await asOperator(demo, '/enable', name)
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(row('uwe')).toContainText('Active')
  })
  await other.close()
})

test('an auditor finds no users in the menu, and none under the address', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'vic', 'auditor'))
  await page.getByRole('button', { name: 'vic', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Sessions' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Users' })).toHaveCount(0)
  await c.openConsole('/users')
  await expect(page.getByText('Users are seen and changed by an admin')).toBeVisible()
  await expectAccessible(page)
})

test('who tries too often is asked to wait, on the page itself', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await page.goto(`${c.nodeUrl}/console/`)
  await expect(page.getByLabel('User name')).toBeVisible()
  const alert = page.getByRole('alert')
  await expect(async () => {
    await c.signIn('nobody-throttled', 'wrong wrong wrong')
    await expect(alert).toContainText('Too many attempts to sign in', { timeout: 500 })
  }).toPass({ timeout: 60_000, intervals: [0] })
  await expect(page.getByLabel('User name')).toHaveValue('nobody-throttled')
  await expectAccessible(page)
})
