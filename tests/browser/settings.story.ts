import { expectAccessible } from './accessible.ts'
import { initiate, pasteCode } from './company-page.ts'
import { expect, test } from './stories.ts'

const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1280, height: 800 }

test('the prerequisites are tried when the page opens and again on request', async ({ demo, openAs }) => {
  const admin = await openAs(demo.companies[0])
  const { page } = admin
  await admin.openConsole('/prerequisites')
  const finding = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  await expect(page.getByText('Nothing stands in the way of a connection.')).toBeVisible()
  await expect(finding('The node finds itself')).toContainText('OK')
  await expect(finding('Node can call the instance')).toContainText('OK')
  await expect(finding('Your role')).toContainText('OK')
  await expect(finding('Licence')).toContainText('days left')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText('Nothing stands in the way of a connection.')).toBeVisible()
  await page.screenshot({ path: 'docs/images/prerequisites.png' })
  await page.setViewportSize(NARROW)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/prerequisites-390.png', fullPage: true })
})

test('General Settings: what is changed holds for the next code, the rest names its setting', async ({
  demo,
  openAs,
}) => {
  const admin = await openAs(demo.companies[0])
  const { page } = admin
  await admin.openConsole('/settings')
  await expect(page.getByRole('region', { name: 'Settings of the environment' })).toContainText('ACCORD_PUBLIC_URL')
  await expect(page.getByRole('region', { name: 'Pairing' })).toContainText('admin')
  await page.getByRole('textbox', { name: 'Replace the key of a connection after (days)' }).fill('9999')
  await expect(page.getByText('Enter a whole number from 0 to 3650.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Replace the key of a connection after (days)' }).fill('60')
  await page.getByRole('combobox', { name: 'A code is valid for' }).selectOption({ label: '1 day' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('by admin', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'docs/images/settings.png', fullPage: true })
  await page.setViewportSize(NARROW)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/settings-390.png', fullPage: true })
  await page.setViewportSize(WIDE)

  await admin.openConsole('/initiate')
  await page.getByLabel("I don't have a URL").check()
  await page.getByRole('radio', { name: /Script/ }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('combobox', { name: /valid/i }).locator('option:checked')).toHaveText('1 day')
})

test('to end the pairing is asked once more, and can be left', async ({ demo, openAs }) => {
  const admin = await openAs(demo.companies[0])
  const { page } = admin
  await admin.openConsole('/settings')
  await page.getByRole('button', { name: 'End the pairing' }).click()
  await expect(page.getByRole('dialog')).toContainText('takes no call of this instance any more')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('region', { name: 'Pairing' })).toContainText('Paired by')
})

test('diagnostics: each step of a connection shows its result', async ({ demo, openAs }) => {
  const name = 'To be examined'
  const [a, b] = [await openAs(demo.companies[0]), await openAs(demo.companies[1])]
  const code = await initiate(a, {
    destinationUrl: demo.companies[1].instanceUrl,
    localShortName: 'Acme',
    remoteShortName: 'Globex',
    name,
  })
  await pasteCode(b, code)
  await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(b.page.getByText(/established/i).first()).toBeVisible()
  const { page } = a
  await a.openConsole('/connections')
  await a.row(name).getByRole('link').first().click()
  await page.getByRole('tab', { name: 'Diagnostics' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  const step = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  for (const title of [
    'Name resolution',
    'Node answers',
    'Identity key',
    'Clocks',
    'Protocol version',
    'Signed call',
    'Rows in the instance',
  ])
    await expect(step(title)).toContainText('OK')
  await expect(step('Secure connection')).toContainText('Notice')
  await expect(step('State of the other side')).toContainText('does not pause')
  await expectAccessible(page)
  await page.screenshot({ path: 'docs/images/diagnostics.png' })
  await page.setViewportSize(NARROW)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/diagnostics-390.png', fullPage: true })
})
