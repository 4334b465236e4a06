import { expect, type Page } from '@playwright/test'

/** By keyboard alone, on a line of its own; where the outgoing script has its first statement, unless another line is named. */
export async function writeLine(page: Page, name: string, text: string, atLine = 6): Promise<void> {
  const editor = page.getByRole('textbox', { name })
  await expect(editor).toHaveAttribute('contenteditable', 'true')
  await editor.focus()
  await typeLine(page, text, atLine)
}

/** Where the focus is: a line of its own before that of this number. */
export async function typeLine(page: Page, text: string, atLine: number): Promise<void> {
  await page.keyboard.press('Control+Home')
  for (let line = 1; line < atLine; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type(text)
}
