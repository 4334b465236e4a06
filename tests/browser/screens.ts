import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'

const WIDTHS = [1280, 390]
const SCHEMES = ['light', 'dark'] as const
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** The page as it stands, on a desk and on a phone, light and dark: no axe violation, nothing wider than the screen, a picture of each. */
export async function lookAtEverySize(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectAccessible(page)
      expect(await page.evaluate<number>(OVERFLOW), `${name} fits into ${width} px`).toBeLessThanOrEqual(0)
      await page.screenshot({ path: `test-results/screens/${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
}
