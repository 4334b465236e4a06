import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { CONSOLE_PAGE } from '../../now-app/src/server/names.ts'

/** Looking at a large page takes a busy machine more than ten seconds, before anything is found. */
const REST_MS = 60_000

/** No axe violation on the page once it is at rest; the message lists the rule and the first place. */
export async function expectAccessible(page: Page): Promise<void> {
  // The console that is still asking who is logged in has no heading yet; that moment is not what is checked.
  const { pathname } = new URL(page.url())
  if (pathname === `/${CONSOLE_PAGE}` || pathname.includes('/console/')) {
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  const violationsOf = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  }
  await expect.poll(violationsOf, { timeout: REST_MS, intervals: [500] }).toEqual([])
}
