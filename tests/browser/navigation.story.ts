import { expect, test } from './stories.ts'
import { CONSOLE_PAGE } from '../../now-app/src/server/names.ts'

test('inside the unified navigation the address names the place: reload, a copied link and back keep it', async ({
  demo,
  openAs,
}) => {
  const { page, company } = await openAs(demo.companies[0])
  const frame = page.frameLocator('#gsft_main')
  const heading = (name: string) => frame.getByRole('heading', { level: 1, name })
  await page.goto(`${company.instanceUrl}/navpage.do`)

  await test.step('a module leads to its place without a fragment', async () => {
    await page.getByRole('link', { name: 'Set-up' }).click()
    await expect(heading('Set-up')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`target/${CONSOLE_PAGE}%3Fview%3Dsetup$`))
  })

  await test.step('the console opens at its first page', async () => {
    await page.getByRole('link', { name: 'Console', exact: true }).click()
    await expect(heading('Overview')).toBeVisible()
    await expect(page).toHaveTitle('Overview · Accord')
  })

  await test.step('a step within the page is a step of the frame around it', async () => {
    await frame.getByRole('link', { name: 'Connections', exact: true }).click()
    await expect(heading('Connections')).toBeVisible()
    await expect(page).toHaveURL(/view%3Dconnections$/)
    await expect(page).toHaveTitle('Connections · Accord')
  })

  await test.step('reload stays', async () => {
    await page.reload()
    await expect(heading('Connections')).toBeVisible()
    await expect(page).toHaveURL(/view%3Dconnections$/)
  })
})

test('outside of it back, forward and a link in a new tab lead to the place itself', async ({ demo, openAs }) => {
  const company = await openAs(demo.companies[0])
  const { page } = company
  const heading = (name: string) => page.getByRole('heading', { level: 1, name })
  await company.openConsole('/setup')
  const link = page.getByRole('link', { name: 'Connections', exact: true })
  await link.click()
  await expect(heading('Connections')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${CONSOLE_PAGE}\\?view=connections$`))
  await page.goBack()
  await expect(heading('Set-up')).toBeVisible()
  await expect(link).toHaveAttribute('href', new RegExp(`${CONSOLE_PAGE}\\?view=connections$`))
})
