/** How to test a packed application with Playwright: the form, its buttons and messages, as a person sees them. */
import { expect, test } from '@playwright/test'

test.beforeEach(async ({ page }) => {
  await page.goto('/login.do')
  await page.getByLabel('User name').fill('dora')
  await page.getByLabel('Password').fill('dora')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('button', { name: 'Log in' })).toHaveCount(0)
})

test('a person books a desk and gives it back', async ({ page }) => {
  await page.goto('/x_acme_desk_booking.do?sys_id=-1')
  await page.getByLabel('Desk').fill('B1')
  await page.getByLabel('Day').fill('2027-03-01')
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.goto('/x_acme_desk_booking_list.do?sysparm_query=desk%3DB1')
  await page.getByRole('link', { name: 'B1' }).click()
  await page.getByRole('button', { name: 'Cancel booking' }).click()
  await expect(page.getByText('The desk is free again')).toBeVisible()
  await expect(page.getByLabel('State')).toHaveValue('cancelled')
  await expect(page.getByRole('button', { name: 'Cancel booking' })).toHaveCount(0)
})

test('a taken desk is refused in the words of the business rule', async ({ page }) => {
  for (const said of [undefined, 'Desk B2 is taken on that day']) {
    await page.goto('/x_acme_desk_booking.do?sys_id=-1')
    await page.getByLabel('Desk').fill('B2')
    await page.getByLabel('Day').fill('2027-03-01')
    await page.getByRole('button', { name: 'Submit' }).click()
    if (said !== undefined) await expect(page.getByText(said)).toBeVisible()
    else await page.waitForURL((url) => !url.href.includes('sys_id=-1'))
  }
})
