import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'

/** Axe looks at each width and each colour scheme once: colours do not depend on the width, nor order and names on colours. */
const LOOKS = [
  { width: 1280, colorScheme: 'light', axe: true },
  { width: 1280, colorScheme: 'dark', axe: false },
  { width: 390, colorScheme: 'light', axe: false },
  { width: 390, colorScheme: 'dark', axe: true },
] as const
/** For whoever looks at the pages; a run that nobody looks at takes none, since four of each screen take their time. */
const TAKES_PICTURES = process.env['STORIES_PICTURES'] === '1'
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** The page as it stands, on a desk and on a phone, light and dark: no axe violation, nothing wider than the screen. */
export async function lookAtEverySize(page: Page, name: string): Promise<void> {
  for (const { width, colorScheme, axe } of LOOKS) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (axe) await expectAccessible(page)
    expect(await page.evaluate<number>(OVERFLOW), `${name} fits into ${width} px`).toBeLessThanOrEqual(0)
    if (TAKES_PICTURES)
      await page.screenshot({ path: `test-results/screens/${name}-${width}-${colorScheme}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
}
