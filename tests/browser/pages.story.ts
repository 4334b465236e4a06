import type { Page } from '@playwright/test'
import { initiate, pasteCode, type CompanyPage } from './company-page.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'
import { DEFAULT_API_BASE, INSTANCE_API } from '@accord/shared/protocol'

const PICTURES = 'docs/images'
const ROTATE = /\/console\/connections\/[^/]+\/rotate-keys$/

async function connect(a: CompanyPage, b: CompanyPage, name: string): Promise<void> {
  const code = await initiate(a, {
    destinationUrl: b.company.instanceUrl,
    localShortName: 'Alpha',
    remoteShortName: 'Beta',
    name,
  })
  await pasteCode(b, code)
  await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(b.page.getByText('Connection is established.')).toBeVisible()
}

async function openConnection(side: CompanyPage, name: string): Promise<void> {
  await side.openConsole('/connections')
  await side.row(name).getByRole('link').first().click()
  await expect(side.page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Opens a dialog by keyboard: it has its name, holds the focus, and Escape gives the focus back to its button. */
async function openByKeyboard(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true }).first()
  const dialog = page.getByRole('dialog', { name })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  return { dialog, confirm: dialog.getByRole('button', { name, exact: true }) }
}

test('the page of a connection: both sides, keys, handshake, audit trail, sync; and every dialog', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(240_000)
  const [a, b] = [await openAs(demo.companies[0]), await openAs(demo.companies[1])]
  const name = 'Every dialog'
  await connect(a, b, name)
  await openConnection(a, name)
  const { page } = a

  await test.step('facts of both sides and the age of the keys', async () => {
    for (const title of ['This side', 'The other side', 'The agreement', 'The keys'])
      await expect(page.getByRole('region', { name: title })).toBeVisible()
    await expect(page.getByRole('region', { name: 'The keys' })).toContainText('Key of the other side')
    await expect(page.getByRole('region', { name: 'The keys' }).locator('time')).toHaveCount(2)
    await lookAtEverySize(page, 'connection-overview')
    await page.screenshot({ path: `${PICTURES}/connection-page.png` })
  })

  await test.step('pausing: a double click is one call; the other side sees it by itself', async () => {
    const { dialog, confirm } = await openByKeyboard(page, 'Deactivate')
    await expect(dialog).toContainText('Company B')
    await lookAtEverySize(page, 'dialog-deactivate')
    const calls: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/deactivate')) calls.push(request.url())
    })
    await confirm.dblclick()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Activate', exact: true })).toBeVisible()
    expect(calls).toHaveLength(1)
    await openConnection(b, name)
    await expect(b.page.getByText(/deactivated/i).first()).toBeVisible()
  })

  await test.step('resuming', async () => {
    const { dialog, confirm } = await openByKeyboard(page, 'Activate')
    await confirm.click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Deactivate', exact: true })).toBeVisible()
  })

  await test.step('rotating keys: a failure stays in the dialog, and trying again works', async () => {
    const { dialog, confirm } = await openByKeyboard(page, 'Rotate keys')
    await page.route(ROTATE, (route) => route.abort())
    await confirm.click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await lookAtEverySize(page, 'dialog-failed')
    await page.unroute(ROTATE)
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('region', { name: 'The keys' })).toContainText(/Replaced by this side\s*1/)
  })

  await test.step('renewing keys with a code: shown once, to copy', async () => {
    const { confirm } = await openByKeyboard(page, 'Renew keys with a code')
    await confirm.click()
    await expect(page.getByText('this code renews the keys of our connection Every dialog')).toBeVisible()
    await expect(page.locator('main time').first()).toContainText(/2[34]:\d\d:\d\d left|1 d 00:00:00 left/)
    await page.getByRole('button', { name: 'Copy invitation code' }).click()
    const code = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(code).toMatch(/^accord1_/)
    await lookAtEverySize(page, 'rekey-code')
    await pasteCode(b, code)
    await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'The keys are renewed.' })).toBeFocused()
    await lookAtEverySize(page, 'rekey-accepted')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText(/^accord1_/)).toHaveCount(0)
    await b.openConsole('/connections')
  })

  await test.step('the audit trail says who did what and from where, in pages', async () => {
    await page.getByRole('tab', { name: 'Audit trail' }).click()
    const trail = page.getByRole('list', { name: 'Audit trail' })
    await expect(trail.getByText('Deactivated by this side', { exact: true })).toBeVisible()
    await expect(trail.getByText(/by admin, through the instance · from/).first()).toBeVisible()
    await lookAtEverySize(page, 'connection-trail')
    await page.screenshot({ path: `${PICTURES}/connection-trail.png` })
  })

  await test.step('the handshake, and what can be configured', async () => {
    await page.getByRole('tab', { name: 'Handshake' }).click()
    await expect(page.getByText('The code was redeemed', { exact: true }).first()).toBeVisible()
    await lookAtEverySize(page, 'connection-handshake')
    await page.screenshot({ path: `${PICTURES}/connection-handshake.png` })
    await page.getByRole('tab', { name: 'Sync' }).click()
    await expect(page.getByText('Nothing is synced yet')).toBeVisible()
    await lookAtEverySize(page, 'connection-sync')
    await page.screenshot({ path: `${PICTURES}/connection-sync.png` })
    await page.getByRole('button', { name: 'Configure Sync' }).click()
    await expect(page.getByRole('textbox', { name: 'Outgoing script' })).toContainText('export default outgoing')
    await lookAtEverySize(page, 'configure-sync')
    await page.goBack()
  })

  await test.step('deleting says what happens at the other side, which shows it', async () => {
    const { dialog, confirm } = await openByKeyboard(page, 'Delete connection')
    await expect(dialog).toContainText('disconnected by peer')
    await lookAtEverySize(page, 'dialog-delete')
    await confirm.click()
    await expect(dialog).toBeHidden()
    // Nothing is awaited there, so the open page looks each half minute.
    await expect(b.page.getByText(/disconnected by peer/i).first()).toBeVisible({ timeout: 45_000 })
  })
})

test('an open code is issued anew and revoked; who redeems is approved or rejected by the fingerprint', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(240_000)
  const [a, b] = [await openAs(demo.companies[0]), await openAs(demo.companies[1])]
  const { page } = a
  await initiate(a, { destinationUrl: null, localShortName: 'Alpha', remoteShortName: 'Beta', name: 'Open code' })
  await page.getByRole('button', { name: 'Done' }).click()
  await openConnection(a, 'Open code')
  const reissue = await openByKeyboard(page, 'Re-issue code')
  await lookAtEverySize(page, 'dialog-reissue')
  await reissue.confirm.click()
  await page.getByRole('button', { name: 'Copy invitation code' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  const revoke = await openByKeyboard(page, 'Revoke invitation')
  await lookAtEverySize(page, 'dialog-revoke')
  await revoke.confirm.click()
  await expect(page.getByText('Revoked').first()).toBeVisible()

  for (const decision of ['Approve', 'Reject'] as const) {
    await test.step(decision, async () => {
      const name = `To ${decision.toLowerCase()}`
      await a.openConsole('/initiate')
      await page.getByLabel("I don't have a URL").check()
      await page.getByRole('radio', { name: /Script/ }).check()
      await page.getByRole('button', { name: 'Next' }).press('Enter')
      await page.getByLabel('Local instance short name').fill('Alpha')
      await page.getByLabel('Remote instance short name').fill('Beta')
      await page.getByLabel('Connection name').fill(name)
      await page.getByLabel('Ask me before it becomes active').check()
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByRole('button', { name: 'Copy invitation code' }).click()
      await pasteCode(b, await page.evaluate<string>('navigator.clipboard.readText()'))
      await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'The other side has accepted' })).toBeVisible()
      if (decision === 'Approve') await page.getByRole('button', { name: 'Review who accepted' }).click()
      else {
        await page.getByRole('button', { name: 'Done' }).click()
        await page.getByRole('combobox', { name: 'State' }).selectOption('trouble')
        await lookAtEverySize(page, 'list-asks-approval')
        await a.row(name).getByRole('link', { name: 'Review who accepted' }).click()
      }
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      const { dialog, confirm } = await openByKeyboard(page, decision)
      await expect(dialog.getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/)).toHaveCount(2)
      await lookAtEverySize(page, `dialog-${decision.toLowerCase()}`)
      await confirm.click()
      await expect(dialog).toBeHidden()
      await expect(
        page.getByText(decision === 'Approve' ? 'Active' : /rejected|terminated|ended/i).first(),
      ).toBeVisible()
    })
  }
})

test('help: what runs here, what is new, the words, security and the interface', async ({ demo, openAs }) => {
  const { page } = await openAs(demo.companies[0]).then(async (a) => {
    await a.openConsole('/help')
    return a
  })
  for (const [tab, text] of [
    ['About', 'Protocol versions'],
    ['Guides', 'When the other side is down'],
    ['Support', 'Where the logs are'],
    ['Release history', '0.1.0'],
    ['Glossary', 'invitation code'],
    ['Security', 'Threats'],
    ['API reference', '/node/v1/invitations/{invitationId}/redeem'],
  ] as const) {
    await test.step(tab, async () => {
      await page.getByRole('tab', { name: tab }).click()
      await expect(page.getByRole('tabpanel').getByText(text).first()).toBeVisible()
      await lookAtEverySize(page, `help-${tab.toLowerCase().replaceAll(' ', '-')}`)
    })
  }
  await page.screenshot({ path: `${PICTURES}/help.png` })
})

test('an instance that hibernates, and one that asks its node to log in, are shown as what they are', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(180_000)
  const [a, b] = [await openAs(demo.companies[0]), await openAs(demo.companies[1])]
  const faults = `${demo.companies[0].instanceUrl}/_simulator/faults`
  const strike = async (kind: string) => {
    await a.page.request.delete(faults)
    await a.page.request.post(faults, { data: { kind, path: DEFAULT_API_BASE + INSTANCE_API.events } })
  }
  const { page } = a
  await strike('hibernation')
  try {
    await connect(a, b, 'Nobody hears')
    await a.openConsole('/jobs')
    const asleep = page.getByRole('region', { name: 'Telling the instance: the instance hibernates' })
    await expect(asleep).toContainText('Nobody hears', { timeout: 45_000 })
    await expect(page.getByLabel(/jobs? (does|do) not get on/)).toBeVisible({ timeout: 45_000 })
    await lookAtEverySize(page, 'jobs-hibernates')
    await page.screenshot({ path: `${PICTURES}/jobs.png` })
    await strike('unauthorized')
    await asleep.getByRole('button', { name: 'Try again: Nobody hears' }).click()
    const refused = page.getByRole('region', {
      name: 'Telling the instance: the REST API of the instance asks its node to log in',
    })
    await expect(refused).toContainText('Nobody hears')
    await expect(refused).toContainText('Except the API of Accord from the REST API access policies')
    await lookAtEverySize(page, 'jobs-refused')
    await page.request.delete(faults)
    await refused.getByRole('button', { name: 'Try again: Nobody hears' }).click()
    await expect(page.getByText('All work gets on', { exact: false })).toBeVisible({ timeout: 30_000 })
    await lookAtEverySize(page, 'jobs-empty')
  } finally {
    await page.request.delete(faults)
  }
})
