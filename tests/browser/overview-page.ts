import { expect } from '@playwright/test'
import type { Console } from './company-page.ts'
import { type Language, textsOf } from './page-language.ts'
import { lookAtEverySize } from './screens.ts'

/** The first page, where something has moved on this connection and something of it needs somebody: plot, table, both looks and widths. */
export async function seeOverview(
  side: Pick<Console, 'page' | 'openConsole'>,
  name: string,
  picture: string,
  language: Language = 'en',
): Promise<void> {
  const { page } = side
  const t = await textsOf(language)
  await side.openConsole('/')
  await expect(page.getByRole('heading', { level: 1, name: t('common.pages.overview') })).toBeVisible()
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })
  const plot = row.getByRole('img', { name })
  // The plot is drawn once the counts are there, a moment after the page.
  const tallest = () =>
    plot
      .locator('path')
      .evaluateAll((paths) =>
        Math.max(...paths.map((drawn) => (drawn as unknown as { getBBox: () => { height: number } }).getBBox().height)),
      )
  await expect.poll(tallest).toBeGreaterThan(0.9)
  // Looked for once a minute by the node, and asked for each half minute by the page of an instance.
  const needs = page.getByRole('region', { name: t('needs.title') })
  await expect(needs.getByRole('link').filter({ hasText: name }).first()).toBeVisible({ timeout: 150_000 })
  await page.screenshot({ path: picture })
  await row.getByText(t('overview.table')).click()
  const table = page.getByRole('table', { name: t('overview.tableOf', { name }) })
  await expect(table.getByRole('row')).toHaveCount(25)
  await lookAtEverySize(page, `overview-${language}`)
}
