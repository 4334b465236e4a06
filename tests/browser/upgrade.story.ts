import type { Page } from '@playwright/test'
import { initiate, pasteCode } from './company-page.ts'
import { recordsOf } from './incidents.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'

const NAME = 'Ready rules'
const CONDITION = 'short_descriptionSTARTSWITHReady'
const NOTE = 'only between us'

async function publishReadyRules(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Basic mode' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /script$/ })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Condition' }).fill(CONDITION)
  await expect(page.getByText(/publishes the ready rules and the condition/)).toBeVisible()
  await page.getByRole('button', { name: /ublish$/ }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
}

test('Basic mode brings an incident over without a script, and becomes scripts that do the same', async ({
  demo,
  openAs,
  request,
}) => {
  test.setTimeout(300_000)
  const [companyA, companyB] = demo.companies
  const [a, b] = [await openAs(companyA), await openAs(companyB)]
  const [ours, theirs] = [recordsOf(request, companyA, 'incident'), recordsOf(request, companyB, 'incident')]
  const copyOf = (number = '') => theirs.until(`correlation_id=${number}`)

  await test.step('both sides offer it; each says which incidents are meant', async () => {
    const names = { localShortName: 'Ready A', remoteShortName: 'Ready B', name: NAME }
    const code = await initiate(a, { destinationUrl: companyB.instanceUrl, mode: 'Basic', ...names })
    await pasteCode(b, code)
    await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await b.page.getByRole('button', { name: 'Configure Sync' }).click()
    await publishReadyRules(b.page)
    await a.openConsole('/connections')
    await a.row(NAME).getByRole('link').first().click()
    await a.page.getByRole('tab', { name: 'Sync' }).click()
    await a.page.getByRole('button', { name: 'Configure Sync' }).click()
    await publishReadyRules(a.page)
    await lookAtEverySize(a.page, 'basic-mode')
  })

  await test.step('an incident is opened at the other side with what customers read, and nothing internal', async () => {
    const opened = await ours.open({ short_description: 'Ready: no mail' })
    await ours.change(opened['sys_id'] ?? '', { work_notes: NOTE, comments: 'We look into it.' })
    const copy = await copyOf(opened['number'])
    const entries = `element_id=${copy['sys_id']}^valueLIKE`
    await theirs.until(`${entries}We look into it.`, 'sys_journal_field')
    expect(await theirs.rows('sys_journal_field', `${entries}${NOTE}`)).toEqual([])
  })

  await test.step('Upgrade to Script shows scripts, and they do the same', async () => {
    const { page } = a
    await page.getByRole('button', { name: 'Upgrade to Script' }).click()
    const dialog = page.getByRole('dialog', { name: 'Write the scripts of this connection yourself?' })
    await dialog.getByRole('button', { name: 'Upgrade to Script' }).click()
    const editor = page.getByRole('textbox', { name: 'Outgoing script' })
    await expect(editor).toContainText('comments.visible()')
    await expect(page.getByText('Everything is published').first()).toBeVisible()
    await lookAtEverySize(page, 'upgraded-to-script')
    const opened = await ours.open({ short_description: 'Ready: no printers' })
    expect((await copyOf(opened['number']))['short_description']).toBe('Ready: no printers')
  })
})
