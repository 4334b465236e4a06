import { expectAccessible } from './accessible.ts'
import { CompanyPage, initiate } from './company-page.ts'
import { expect, test } from './stories.ts'
import { codeComesEveryWay, typedStaysAndTwoClicksAreOne } from './wizard-laws.ts'

test('on the instance a reload keeps what was typed, and two clicks make one connection', async ({ demo, openAs }) => {
  const a = await openAs(demo.companies[0])
  await typedStaysAndTwoClicksAreOne(a, ['Alpha', 'Twice'])
})

test('on the instance a code comes from a file, by drag and drop, and behind the # of a link', async ({
  demo,
  openAs,
}) => {
  const a = await openAs(demo.companies[0])
  const name = 'By every way here'
  const names = { localShortName: 'Alpha', remoteShortName: 'Beta', name }
  const code = await initiate(a, { destinationUrl: null, ...names })
  const b = await openAs(demo.companies[1])
  await codeComesEveryWay(b, code, 'Company A', name)
})

test('a session that ended at the instance keeps what was typed; log in beside it and go on', async ({
  demo,
  openAs,
}) => {
  const a = await openAs(demo.companies[0])
  const { page, company } = a
  await page.clock.install()
  await a.openConsole('/initiate')
  await page.getByLabel("I don't have a URL").check()
  await page.getByRole('radio', { name: /Script/ }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Local instance short name').fill('Typed before')
  await page.getByLabel('Remote instance short name').fill('Delta')
  await page.context().clearCookies()
  await page.clock.fastForward('08:00:00')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('What you typed is still there.').first()).toBeVisible()
  await expectAccessible(page)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Log in again' }).first().click()
  const login = new CompanyPage(await opened, company)
  await login.logIn()
  await login.page.close()
  await expect(page.getByLabel('Local instance short name')).toHaveValue('Typed before')
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('button', { name: 'Copy invitation code' })).toBeVisible()
})
