import { expectAccessible } from './accessible.ts'
import { ConsolePage, issueLink } from './console-page.ts'
import { expect, test } from './stories.ts'

const NARROW = { width: 390, height: 800 }
const WIDE = { width: 1280, height: 800 }
/** One line of the frame, with room for its padding. */
const ONE_LINE_PX = 56

test('Next is in sight and stays where it is when the other side answers, which is shown before it leads on', async ({
  demo,
  page,
}) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'lena', 'admin'))
  const next = page.getByRole('button', { name: 'Next' })
  const topOfNext = () => next.evaluate('(button) => button.getBoundingClientRect().top + scrollY') as Promise<number>
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size)
    await c.openConsole('/initiate')
    await page.getByLabel('Destination instance URL').fill('')
    const before = await topOfNext()
    await expect(next).toBeInViewport({ ratio: 1 })
    await page.getByLabel('Destination instance URL').fill(demo.companies[0].instanceUrl)
    await page.getByLabel('Destination instance URL').blur()
    await expect(page.getByText(/^Found:/)).toBeVisible()
    expect(await topOfNext()).toBe(before)
    await expect(next).toBeInViewport({ ratio: 1 })
  }
  await page.setViewportSize(WIDE)
  await page.getByLabel('Destination instance URL').fill(demo.companies[1].instanceUrl)
  await page.getByLabel('Destination instance URL').press('Enter')
  await expect(page.getByText(/^Found:/)).toBeVisible()
  await expect(page.getByLabel('Local instance short name')).toHaveCount(0)
  await next.click()
  await expect(page.getByLabel('Local instance short name')).toBeVisible()
  await expect(page.getByLabel('Remote instance short name')).toHaveValue('Company B')
})

test('on a narrow screen the pages are one line, in German too, and go by keyboard', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'nils', 'auditor'))
  await page.evaluate("localStorage.setItem('accord-language', 'de')")
  await page.setViewportSize(NARROW)
  await c.openConsole('/connections')
  const header = await page.getByRole('banner').boundingBox()
  expect(header?.height).toBeLessThanOrEqual(ONE_LINE_PX)
  await page.getByRole('navigation').getByRole('button', { name: 'Verbindungen' }).focus()
  await page.keyboard.press('Enter')
  await expectAccessible(page)
  await expect(page.getByRole('menuitem')).toHaveCount(8)
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warteschlange')
  await expect(page.getByRole('navigation').getByRole('button')).toContainText('Warteschlange')
})
