import type { Page } from '@playwright/test'

import { initiate, pasteCode } from './company-page.ts'
import { ConsolePage, issueLink, PASSWORD } from './console-page.ts'
import { expect, test } from './stories.ts'

/** All that a browser keeps of a site where its scripts can read it: both storages, databases, caches and visible cookies. */
const EVERYTHING_KEPT = `(async () => {
  const databases = await Promise.all((await indexedDB.databases()).map(({ name }) => name))
  const caches_ = 'caches' in globalThis ? await caches.keys() : []
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, caches_, document.cookie])
})()`

const kept = (page: Page): Promise<string> => page.evaluate<string>(EVERYTHING_KEPT)

/** The parts of a code that nobody else may have: its payload with the invitation key, and its signature. */
const secretsOf = (code: string): string[] => code.split('.').slice(1)

test('no browser keeps a code, a key, a password or a session where a script can read it', async ({
  demo,
  openAs,
  page,
}) => {
  const a = await openAs(demo.companies[0])
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'keeper', 'admin'))
  const code = await initiate(a, {
    destinationUrl: null,
    localShortName: 'Alpha',
    remoteShortName: 'Gamma',
    name: 'Kept nowhere',
  })
  const shown = await kept(a.page)
  await pasteCode(c, code)
  await expect(page.getByText('Company A').first()).toBeVisible()
  const pasted = await kept(page)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByText('Connection is established')).toBeVisible()

  const sessions = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly).map(({ value }) => value)
  expect(sessions).not.toEqual([])
  const secrets = [...secretsOf(code), PASSWORD, ...sessions]
  for (const text of [shown, pasted, await kept(a.page), await kept(page)])
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])

  await page.evaluate(`sessionStorage.setItem('proof', ${JSON.stringify(code)})`)
  expect(await kept(page), 'the search would have found it').toContain(secretsOf(code)[0])
})
