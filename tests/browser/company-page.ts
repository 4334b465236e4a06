import { consoleAddress } from '@accord/shared/protocol'
import { expect, type Page } from '@playwright/test'
import type { DemoCompany } from './demo-process.ts'
import { CONSOLE_PAGE, TABLES } from '../../now-app/src/server/names.ts'

/** One admin's browser on one company's instance: the moves that every story makes. */
export class CompanyPage {
  readonly page: Page
  readonly company: DemoCompany

  constructor(page: Page, company: DemoCompany) {
    this.page = page
    this.company = company
  }

  async logIn(user = 'admin', password = 'admin'): Promise<void> {
    await this.page.goto(`${this.company.instanceUrl}/login.do`)
    await this.page.getByLabel('User name').fill(user)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Log in' }).click()
    await this.page.waitForURL((url) => !url.pathname.endsWith('login.do'))
  }

  /** `place`: in the console, for example `/connections`. */
  address(place: string): string {
    return `${this.company.instanceUrl}/${consoleAddress(CONSOLE_PAGE, place)}`
  }

  async openConsole(place: string): Promise<void> {
    // The same document with another fragment, or the same one, would not load again.
    await this.page.goto('about:blank')
    await this.page.goto(this.address(place))
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  /** The platform's own list; `filter` is an encoded query. */
  async openTableList(filter = ''): Promise<void> {
    const list = `${this.company.instanceUrl}/${TABLES.connection}_list.do`
    await this.page.goto(`${list}?sysparm_query=${encodeURIComponent(filter)}`)
  }

  row(connectionName: string) {
    return this.page.getByRole('row').filter({ hasText: connectionName })
  }
}

/** The wizards are the same on both hosts. */
export type Console = Pick<CompanyPage, 'page' | 'address' | 'openConsole' | 'row'>

export interface NewConnection {
  readonly destinationUrl: string | null
  readonly localShortName: string
  readonly remoteShortName: string
  readonly name: string
  readonly description?: string
  /** Script, where none is named. */
  readonly mode?: 'Basic'
}

/** The whole *Initiate* wizard up to the page with the code; returns the code as the clipboard got it. */
export async function initiate(company: Console, connection: NewConnection): Promise<string> {
  const { page } = company
  await company.openConsole('/initiate')
  if (connection.destinationUrl === null) {
    await page.getByLabel("I don't have a URL").check()
  } else {
    await page.getByLabel('Destination instance URL').fill(connection.destinationUrl)
    await page.getByLabel('Destination instance URL').press('Tab')
  }
  await page.getByRole('radio', { name: new RegExp(connection.mode ?? 'Script') }).check()
  const firstField = page.getByLabel('Local instance short name')
  await expect(async () => {
    // By the keyboard: what was found may come in at this moment and move the button away under a pointer. Before it is
    // there the page stays, and people press once more.
    if (!(await firstField.isVisible())) await page.getByRole('button', { name: 'Next' }).press('Enter')
    await expect(firstField).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 120_000 })
  await firstField.fill(connection.localShortName)
  await page.getByLabel('Remote instance short name').fill(connection.remoteShortName)
  await page.getByLabel('Connection name').fill(connection.name)
  await page.getByLabel('Description').fill(connection.description ?? '')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Copy invitation code' }).click()
  return page.evaluate<string>('navigator.clipboard.readText()')
}

/** Pastes a code and goes on to the review. */
export async function pasteCode(company: Console, text: string): Promise<void> {
  await company.openConsole('/accept')
  await company.page.getByRole('textbox', { name: 'Invitation code' }).fill(text)
  await company.page.getByRole('button', { name: 'Next' }).click()
}
