import type { Locator, Page } from '@playwright/test'
import type { Console, NewConnection } from './company-page.ts'
import { expect } from './stories.ts'

/** Tab after Tab, as somebody without a mouse gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not get there')
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** From the list of connections through the whole *Initiate* wizard; answers the code as the clipboard got it. */
export async function initiateByKeyboard(
  { page }: Pick<Console, 'page'>,
  connection: NewConnection & { readonly destinationUrl: string },
  found: string,
): Promise<string> {
  await expect(page.getByRole('button', { name: 'Initiate Connection' })).toBeVisible()
  await press(page, 'Initiate Connection')
  await type(page, 'Destination instance URL', connection.destinationUrl)
  await page.keyboard.press('Tab')
  await expect(page.getByText(found).first()).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: /Script/ }))
  await page.keyboard.press('Space')
  await press(page, 'Next')
  await type(page, 'Local instance short name', connection.localShortName)
  await type(page, 'Remote instance short name', connection.remoteShortName)
  await type(page, 'Connection name', connection.name)
  await press(page, 'Next')
  await press(page, 'Copy invitation code')
  const code = await page.evaluate<string>('navigator.clipboard.readText()')
  await press(page, 'Done')
  return code
}

/** The whole *Accept* wizard, until the connection is established. */
export async function acceptByKeyboard(console: Console, code: string, inviter: string): Promise<void> {
  await console.openConsole('/accept')
  const { page } = console
  await tabTo(page, page.getByRole('textbox', { name: 'Invitation code' }))
  await page.keyboard.insertText(code)
  await press(page, 'Next')
  await expect(page.getByText(inviter).first()).toBeVisible()
  await press(page, 'Accept')
  await expect(page.getByText('Connection is established.')).toBeVisible()
}
