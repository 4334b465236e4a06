import type { Locator, Page } from '@playwright/test'
import { expect } from './stories.ts'

/** More than the longest page has to offer, so that a page that keeps the focus to itself is noticed. */
const STEPS_MAX = 150

/** Whatever a pointer does on the page is counted, also across pages: by keyboard alone means none of it. */
const COUNT = `
  const count = (event) => {
    // A key that presses a button makes a click without a pointer.
    if (event.detail !== 0 || event.type !== 'click')
      sessionStorage.setItem('story-pointer', String(Number(sessionStorage.getItem('story-pointer') ?? 0) + 1))
  }
  for (const type of ['pointerdown', 'mousedown', 'click']) addEventListener(type, count, true)
`

/** A person without a pointer, and without sight of where the focus would have been: it never gets lost. */
export class KeyboardPerson {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** To be called before the first page is opened. */
  async begin(): Promise<void> {
    await this.page.addInitScript({ content: COUNT })
  }

  /** Tab after Tab, as somebody without a pointer gets there. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let steps = 0; steps < STEPS_MAX; steps++) {
      if (await target.evaluate((element) => element.matches(':focus'))) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not get to ${target}`)
  }

  /** Presses it, and is still somewhere on the page. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target)
    await this.page.keyboard.press(key)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  async fill(field: Locator, text: string): Promise<void> {
    await this.to(field)
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.type(text)
  }

  /** The tabs are one stop; the arrows go from one to the next. */
  async turnTo(tab: string): Promise<void> {
    const wanted = this.page.getByRole('tab', { name: tab })
    await this.to(wanted.locator('xpath=..').getByRole('tab', { selected: true }))
    for (let steps = 0; steps < 10 && (await wanted.getAttribute('aria-selected')) !== 'true'; steps++)
      await this.page.keyboard.press('ArrowRight')
    await expect(wanted).toHaveAttribute('aria-selected', 'true')
    await expect(wanted).toBeFocused()
  }

  /** Something has become of the last key, and whoever goes on goes on from there, not from the top of the page. */
  async expectFocusKept(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate<string>('document.activeElement?.tagName ?? "nothing"'), { timeout: 5_000 })
      .not.toMatch(/^(?:BODY|HTML|nothing)$/)
  }

  async expectNoPointer(): Promise<void> {
    expect(await this.page.evaluate<string | null>("sessionStorage.getItem('story-pointer')")).toBeNull()
  }
}
