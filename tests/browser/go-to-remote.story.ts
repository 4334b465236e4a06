import { initiate, type Console } from './company-page.ts'
import { ConsolePage, issueLink } from './console-page.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'
import { preferLanguage } from './preferred-language.ts'

/** The same machine by another host name, so that who answers names another host than the one that was entered. */
const otherNameOf = (url: string): string => url.replace('//127.0.0.1', '//localhost')
const namesOf = (name: string) => ({ localShortName: 'Here', remoteShortName: 'There', name })

async function expectToOpen({ page }: Console, url: string, described: RegExp): Promise<void> {
  const button = page.getByRole('button', { name: 'Go to remote' })
  await expect(button).toHaveAccessibleDescription(described)
  const opened = page.waitForEvent('popup')
  await button.press('Enter')
  const remote = await opened
  expect(new URL(remote.url()).origin).toBe(url)
  expect(await remote.evaluate('window.opener')).toBeNull()
  await remote.close()
}

async function expectSameHost(side: Console, url: string, name: string): Promise<void> {
  await initiate(side, { destinationUrl: url, ...namesOf(name) })
  const { host } = new URL(url)
  await expectToOpen(side, url, new RegExp(`^${host}$`))
}

async function expectOtherHost(side: Console, url: string, name: string): Promise<void> {
  const { page } = side
  const [typed, named] = [otherNameOf(url), url].map((one) => new URL(one).host)
  const warning = `${typed} was entered, but the other side names ${named} as its own: go on only if you know that host.`
  await test.step('the look-up warns before there is a code', async () => {
    await side.openConsole('/initiate')
    await page.getByLabel('Destination instance URL').fill(otherNameOf(url))
    await page.getByLabel('Destination instance URL').press('Tab')
    await expect(page.getByRole('status').filter({ hasText: warning })).toBeVisible()
    await lookAtEverySize(page, `${name}-found`)
    await page.getByLabel('Destination instance URL').fill('')
  })
  await test.step('so does the page of the code, where the button says it', async () => {
    await initiate(side, { destinationUrl: otherNameOf(url), ...namesOf(name) })
    await expect(page.getByRole('status').filter({ hasText: warning })).toBeVisible()
    await expectToOpen(side, url, new RegExp(`^${named} ?${warning}$`))
    await lookAtEverySize(page, `${name}-code`)
  })
  await test.step('and that of a code that is issued anew', async () => {
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Re-issue code', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Re-issue code', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: warning })).toBeVisible()
    await page.getByRole('button', { name: 'Copy invitation code' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
  })
}

async function expectInGerman(side: Console, url: string, name: string): Promise<void> {
  const { page } = side
  const [typed, named] = [otherNameOf(url), url].map((one) => new URL(one).host)
  await side.openConsole('/connections')
  await side.row(name).getByRole('button').last().click()
  await page.getByRole('menuitem', { name: 'Neuen Code ausstellen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Neuen Code ausstellen' }).click()
  const button = page.getByRole('button', { name: 'Zur anderen Seite' })
  await expect(button).toHaveAccessibleDescription(new RegExp(`^${named} ?Eingegeben wurde ${typed}, .*${named}`))
  await lookAtEverySize(page, `${name}-de`)
}

test('on an instance, the way to the other side shows its host, and warns where another was entered', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(240_000)
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  await expectSameHost(a, companyB.instanceUrl, 'instance same host')
  await lookAtEverySize(a.page, 'instance-same-host')
  await expectOtherHost(a, companyB.instanceUrl, 'instance-other-host')
  await preferLanguage(a.page, companyA, 'de')
  try {
    await expectInGerman(a, companyB.instanceUrl, 'instance-other-host')
  } finally {
    await preferLanguage(a.page, companyA, '')
  }
})

test('on the node’s own console, too', async ({ demo, page }) => {
  test.setTimeout(240_000)
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'gerda', 'admin'))
  const { instanceUrl } = demo.companies[0]
  await expectSameHost(c, instanceUrl, 'console same host')
  await expectOtherHost(c, instanceUrl, 'console-other-host')
  await page.evaluate("localStorage.setItem('accord-language', 'de')")
  await expectInGerman(c, instanceUrl, 'console-other-host')
})
