import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './stories.ts'
import { TABLES } from '../../now-app/src/server/names.ts'

/** The platform's own pages as the simulator draws them, on a desk and on a phone. */
const WIDTHS = [1280, 390]
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

async function atEveryWidth(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page)
    const overflow = await page.evaluate<number>(OVERFLOW)
    expect(overflow, `the page fits into ${width} px`).toBeLessThanOrEqual(0)
  }
}

test('the login page and its refusal are accessible', async ({ demo, page }) => {
  await page.goto(`${demo.companies[0].instanceUrl}/login.do`)
  await atEveryWidth(page)
  await page.getByLabel('User name').fill('admin')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await atEveryWidth(page)
})

test('navigator, lists, forms and the page of a missing record are accessible', async ({ demo, openAs }) => {
  const { page, company } = await openAs(demo.companies[0])
  const pages = [
    ['the navigator', '/navpage.do'],
    ['a list', '/incident_list.do'],
    ['an empty list', '/incident_list.do?sysparm_query=short_description%3Dnobody%20wrote%20this'],
    ['a new record', '/incident.do?sys_id=-1'],
    ['a missing record', '/incident.do?sys_id=00000000000000000000000000000000'],
  ] as const
  for (const [what, path] of pages) {
    await test.step(what, async () => {
      await page.goto(company.instanceUrl + path)
      await expect(page.locator('h1, iframe').first()).toBeVisible()
      // With a page of the platform in its frame: ours brings a banner of its own.
      if (what === 'the navigator') {
        await page.getByRole('link', { name: 'Open', exact: true }).click()
        await expect(page.frameLocator('#gsft_main').locator('tbody')).toBeVisible()
      }
      await atEveryWidth(page)
    })
  }
  await test.step('a record with a journal', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${company.instanceUrl}/incident_list.do`)
    await page.locator('tbody a').first().click()
    await expect(page.getByRole('button', { name: 'Update' })).toBeVisible()
    await atEveryWidth(page)
  })
})

test('a person without rights is refused on an accessible page', async ({ demo, openAs }) => {
  const { page, company } = await openAs(demo.companies[0], 'abel.tuter', 'abel')
  await page.goto(`${company.instanceUrl}/${TABLES.connection}.do?sys_id=-1`)
  await expect(page.getByRole('heading', { name: 'Security constraints' })).toBeVisible()
  await atEveryWidth(page)
})
