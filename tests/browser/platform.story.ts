import { expectAccessible } from './accessible.ts'
import { initiate, pasteCode, type CompanyPage } from './company-page.ts'
import { keyFingerprints } from './key-fingerprints.ts'
import { expect, test } from './stories.ts'

const WIDTHS = [390, 1280]
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** From the platform's own list to its form of the record. */
async function openForm(side: CompanyPage, name: string): Promise<void> {
  await side.openTableList(`name=${name}`)
  await side.row(name).getByRole('link').first().click()
  await expect(side.page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test("the platform's form shows what the console shows, and its buttons do what they say", async ({ demo, openAs }) => {
  test.setTimeout(180_000)
  const [a, b] = [await openAs(demo.companies[0]), await openAs(demo.companies[1])]
  const { page } = a
  const name = 'On the form'
  const code = await initiate(a, {
    destinationUrl: b.company.instanceUrl,
    localShortName: 'Alpha',
    remoteShortName: 'Beta',
    name,
    description: 'Read on the form',
  })
  await page.getByRole('button', { name: 'Done' }).click()
  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click()
  const field = (label: string) => page.getByLabel(label, { exact: true })

  await test.step('an open invitation: its facts, and a new code is one click away', async () => {
    await openForm(a, name)
    await expect(field('State')).toHaveValue('Pending')
    await expect(page.getByRole('region', { name: 'Invitation rows' })).toContainText('Open')
    await press('Re-issue code')
    await expect(page.getByRole('dialog', { name: 'Re-issue code' })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  })

  await pasteCode(b, code)
  await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(b.page.getByText('Connection is established.')).toBeVisible()

  await test.step('an active connection: the same facts as in the console', async () => {
    await a.openConsole('/connections')
    await a.row(name).getByRole('link').first().click()
    const fingerprints = keyFingerprints(page)
    await expect(fingerprints).toHaveCount(2)
    const [local = '', remote = ''] = await fingerprints.allTextContents()
    await openForm(a, name)
    const facts = {
      State: 'Active',
      'Answers of the other side': /^(|Prompt)$/,
      'Configuration mode': 'Script',
      'Local instance short name': 'Alpha',
      'Remote instance short name': 'Beta',
      Description: 'Read on the form',
      'Remote instance': 'Company B',
      'Remote instance URL': b.company.instanceUrl,
      'Remote node URL': b.company.nodeUrl,
      'Local key fingerprint': local,
      'Remote key fingerprint': remote,
    }
    for (const [label, value] of Object.entries(facts)) await expect(field(label), label).toHaveValue(value)
    await expect(page.getByRole('region', { name: 'Handshake log entry rows' })).toContainText('redeemed')
    await expect(page.getByRole('region', { name: 'Invitation rows' })).toContainText('Used')
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await expectAccessible(page)
      expect(await page.evaluate<number>(OVERFLOW), `fits into ${width} px`).toBeLessThanOrEqual(0)
    }
    await page.screenshot({ path: 'docs/images/platform-form.png', fullPage: true })
  })

  await test.step('paused and resumed from the form; pausing asks first', async () => {
    await press('Deactivate')
    await expect(page.getByRole('dialog', { name: 'Deactivate' })).toContainText('Company B')
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Activate', exact: true })).toBeVisible()
    await openForm(a, name)
    await expect(field('State')).toHaveValue('Deactivated')
    await press('Activate')
    await expect(page.getByText('The pause of this side has ended')).toBeVisible()
    await expect(field('State')).toHaveValue('Active')
  })

  await test.step('what asks first asks in the console', async () => {
    await press('Rotate keys')
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate keys', exact: true }).click()
    await expect(page.getByRole('region', { name: 'The keys' })).toContainText(/Replaced by this side\s*1/)
    await openForm(a, name)
    await press('Open in console')
    await expect(page.getByRole('region', { name: 'The other side' })).toContainText('Company B')
    await openForm(a, name)
    await press('Delete connection')
    await expect(page.getByRole('dialog')).toContainText('disconnected by peer')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete connection', exact: true }).click()
    await openForm(b, name)
    await expect(b.page.getByLabel('State', { exact: true })).toHaveValue('Disconnected by peer')
    await expect(b.page.getByRole('region', { name: 'Handshake log entry rows' })).toContainText('terminatedByPeer')
  })
})

test('an invitation is revoked on the form', async ({ demo, openAs }) => {
  const a = await openAs(demo.companies[0])
  const { page } = a
  const name = 'Revoked on the form'
  await initiate(a, { destinationUrl: null, localShortName: 'Alpha', remoteShortName: 'Beta', name })
  await page.getByRole('button', { name: 'Done' }).click()
  await openForm(a, name)
  await page.getByRole('button', { name: 'Revoke invitation', exact: true }).click()
  await expect(page.getByText('its code opens nothing any more')).toBeVisible()
  await expect(page.getByLabel('State', { exact: true })).toHaveValue('Revoked')
  await expect(page.getByRole('region', { name: 'Invitation rows' })).toContainText('Revoked')
})
