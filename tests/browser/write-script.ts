import { expect, type Page } from '@playwright/test'

/** In the outgoing script, by keyboard alone, on a line of its own below the first statement. */
export async function writeLine(page: Page, name: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name })
  await expect(editor).toHaveAttribute('contenteditable', 'true')
  await editor.focus()
  await page.keyboard.press('Control+Home')
  for (let line = 1; line < 6; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type(text)
}
