import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Demo } from './demo-process.ts'

export const PASSWORD = 'seven quiet otters swim'

/** One person's browser on a node's own console. */
export class ConsolePage {
  readonly page: Page
  readonly nodeUrl: string

  constructor(page: Page, nodeUrl: string) {
    this.page = page
    this.nodeUrl = nodeUrl
  }

  /** `place`: the part after `#`, for example `/connections`. */
  address(place: string): string {
    return `${this.nodeUrl}/console/#${place}`
  }

  async openConsole(place: string): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(this.address(place))
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  async setPassword(link: string, password = PASSWORD): Promise<void> {
    await this.page.goto(link)
    await this.page.getByLabel('New password').fill(password)
    await this.page.getByLabel('Repeat the password').fill(password)
    await this.page.getByRole('button', { name: 'Set password and sign in' }).click()
    await expect(this.page.getByRole('navigation')).toBeVisible()
  }

  async signIn(name: string, password = PASSWORD): Promise<void> {
    await this.page.getByLabel('User name').fill(name)
    await this.page.getByRole('textbox', { name: 'Password' }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
  }

  async signOut(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(this.page.getByRole('heading', { name: 'Sign in to Accord' })).toBeVisible()
  }

  row(connectionName: string) {
    return this.page.getByRole('row').filter({ hasText: connectionName })
  }
}

/** A link for a user of company C's console, as `accord console invite` or `reset` makes it. */
export async function issueLink(demo: Demo, name: string, role: string, call = ''): Promise<string> {
  const token = readFileSync(path.join(demo.directory, 'c', 'operator-token'), 'utf8')
  const response = await fetch(`${demo.bridgeOnly.nodeUrl}/operator/v1/console/users${call}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, actor: 'story', ...(call === '' ? { role } : {}) }),
  })
  const { link } = (await response.json()) as { link: { url: string } | null }
  if (!link) throw new Error(`No link for ${name}: ${response.status}`)
  return link.url
}
