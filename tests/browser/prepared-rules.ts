import type { Browser } from '@playwright/test'
import { KeyboardPerson } from './by-keyboard.ts'
import { CompanyPage, initiate, pasteCode } from './company-page.ts'
import type { DemoCompany } from './demo-process.ts'
import { type Language, textsOf } from './page-language.ts'
import { preferLanguage } from './preferred-language.ts'
import { RulesAuthor } from './rules-author.ts'
import { expect } from './stories.ts'

export interface Sides {
  /** Where the rules are written. */
  readonly here: DemoCompany
  readonly there: DemoCompany
  readonly local: string
  readonly remote: string
}

interface Telling {
  readonly language: Language
  readonly table: 'incident' | 'problem'
}

/** Before a story about rules, by click: two sides are connected, and the other one is ready for this table. Answers where the connection is. */
export async function prepareRules(browser: Browser, { language, table }: Telling, { here, there, ...names }: Sides) {
  const open = async (company: DemoCompany) => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const person = new CompanyPage(await context.newPage(), company)
    await preferLanguage(person.page, company, '')
    await person.logIn()
    return person
  }
  const [ours, theirs] = [await open(here), await open(there)]
  const name = `${names.local} syncs ${names.remote} by ${table}`
  const code = await initiate(ours, {
    destinationUrl: there.instanceUrl,
    localShortName: names.local,
    remoteShortName: names.remote,
    name,
  })
  await pasteCode(theirs, code)
  await theirs.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await theirs.page.getByRole('button', { name: 'Configure Sync' }).click()
  const template = theirs.page.getByRole('radio', { name: table === 'incident' ? 'Incident' : 'Problem', exact: true })
  await template.click()
  await expect(template).toBeChecked()
  await theirs.page.getByRole('button', { name: /^(?:Allow and publish|Publish)$/ }).click()
  await expect(theirs.page.getByText(/^Published\./)).toBeVisible()
  await ours.openConsole('/connections')
  await ours.row(name).getByRole('link').first().click()
  await expect(ours.page.getByRole('heading', { name })).toBeVisible()
  const place = ours.page.url()
  await preferLanguage(ours.page, here, language === 'de' ? 'de' : '')
  await Promise.all([ours, theirs].map(({ page }) => page.context().close()))
  return place
}

/** Signed in, by keyboard. */
export async function authorOf(browser: Browser, language: Language, { here, ...names }: Sides) {
  const page = await (await browser.newContext()).newPage()
  const keys = new KeyboardPerson(page)
  await keys.begin()
  const author = new RulesAuthor(keys, language, await textsOf(language), names)
  await page.goto(`${here.instanceUrl}/login.do`)
  await keys.fill(page.getByLabel('User name'), 'admin')
  await keys.fill(page.getByLabel('Password'), 'admin')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('login.do'))
  return author
}
