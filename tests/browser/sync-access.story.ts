import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'
import { preferLanguage } from './preferred-language.ts'

test('sync access is opened field by field, and Set-up asks for its user then and not before', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(240_000)
  const company = demo.companies[1]
  const admin = await openAs(company)
  const { page } = admin
  const user = page.getByRole('region', { name: 'Sync user' })

  await test.step('an admin who wants no sync is not asked', async () => {
    await admin.openConsole('/setup')
    await expect(page.getByRole('region', { name: 'Node' })).toBeVisible()
    await expect(page.getByText('OK').first()).toBeVisible()
    await expect(user).toHaveCount(0)
  })

  await test.step('nothing is open, and a table that never opens is refused by name', async () => {
    await admin.openConsole('/sync-access')
    await expect(page.getByText('No table is open')).toBeVisible()
    await lookAtEverySize(page, 'sync-access-empty')
    await page.getByLabel('Name of the table').fill('Incident!')
    await page.getByRole('button', { name: 'Choose fields' }).click()
    await expect(page.getByText('Enter the technical name')).toBeVisible()
    await page.getByLabel('Name of the table').fill('sys_properties')
    await page.getByRole('button', { name: 'Choose fields' }).click()
    await expect(page.getByRole('alert')).toContainText('sys_properties')
    await lookAtEverySize(page, 'sync-access-refused')
    await page.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('fields are ticked, saved, and read again in the words of the form', async () => {
    await page.getByLabel('Name of the table').fill('incident')
    await page.getByRole('button', { name: 'Choose fields' }).click()
    const editor = page.getByRole('region', { name: 'Incident (incident)' })
    await editor.getByRole('checkbox', { name: 'Number: May leave' }).check()
    await editor.getByRole('checkbox', { name: 'Short description: May leave' }).check()
    await editor.getByRole('checkbox', { name: 'Short description: May be written' }).check()
    await expect(editor.getByRole('checkbox', { name: 'Work notes: May leave' })).not.toBeChecked()
    await lookAtEverySize(page, 'sync-access-edit')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(editor.getByText('Number, Short description')).toBeVisible()
    await expect(editor).toContainText('At once, by a business rule of Accord')
    await expect(editor.locator('xpath=..')).toBeFocused()
    await lookAtEverySize(page, 'sync-access')
  })

  await test.step('a table that does not extend task says how its changes are found', async () => {
    await page.getByLabel('Name of the table').fill('cmdb_ci')
    await page.getByRole('button', { name: 'Choose fields' }).click()
    const editor = page.getByRole('region', { name: /\(cmdb_ci\)/ })
    await editor.getByRole('checkbox', { name: 'Name: May leave', exact: true }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(editor).toContainText('By a look every minute')
    await expect(editor).toContainText('Application Cross-Scope Access')
    await editor.getByRole('button', { name: /^Close/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    await expect(editor).toHaveCount(0)
  })

  await test.step('Set-up has gained one task: one click makes the user, and its rights are shown', async () => {
    await admin.openConsole('/setup')
    await expect(user.getByText('The user is not there yet')).toBeVisible()
    await lookAtEverySize(page, 'setup-sync-user-missing')
    await user.getByRole('button', { name: 'Make the sync user' }).click()
    await expect(user.getByText('The user may do all that sync access says')).toBeVisible({ timeout: 30_000 })
    await lookAtEverySize(page, 'setup-sync-user')
  })

  await test.step('in German, for whoever has chosen it on the instance', async () => {
    await preferLanguage(page, company, 'de')
    try {
      await admin.openConsole('/sync-access')
      await expect(page.getByRole('heading', { name: 'Sync-Zugriff' })).toBeVisible()
      await expect(page.getByText('Sofort, durch eine Business Rule von Accord')).toBeVisible()
      await lookAtEverySize(page, 'sync-access-de')
      await admin.openConsole('/setup')
      await expect(page.getByText('Der Benutzer darf alles')).toBeVisible()
      await lookAtEverySize(page, 'setup-sync-user-de')
    } finally {
      await preferLanguage(page, company, '')
    }
  })

  await test.step('what is closed again is open no more', async () => {
    await admin.openConsole('/sync-access')
    await page.getByRole('button', { name: 'Close Incident' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
    await expect(page.getByText('No table is open')).toBeVisible()
  })
})
