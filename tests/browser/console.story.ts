import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE } from '@accord/shared/protocol'

import { expectAccessible } from './accessible.ts'
import type { CompanyPage } from './company-page.ts'
import { acceptByKeyboard, initiateByKeyboard } from './keyboard.ts'
import { expect, test } from './stories.ts'
import { CONSOLE_PAGE } from '../../now-app/src/server/names.ts'
import { preferLanguage } from './preferred-language.ts'

const AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`
const MANY = 53
const DARK_PLATFORM =
  ':root { --now-color_background--primary: 24,29,31 !important; --now-color_text--primary: 229,234,236 !important }'

/** Connections without a destination, by the console's own call: what a story about many does not type. */
async function inviteMany({ page, company }: CompanyPage, count: number, prefix: string): Promise<string[]> {
  const invite = async (number: number) => {
    const answer = await page.request.post(
      company.instanceUrl + DEFAULT_API_BASE + CONSOLE_CALLS.initiateConnection.path,
      {
        headers: { authorization: AUTHORIZATION },
        data: {
          requestId: crypto.randomUUID(),
          destinationUrl: null,
          mode: 'script',
          localShortName: 'Alpha',
          remoteShortName: `Partner ${number}`,
          name: `${prefix} ${String(number).padStart(3, '0')}`,
          description: '',
        },
      },
    )
    const { result } = (await answer.json()) as { result: { connection: { id: string } } }
    return result.connection.id
  }
  const ids: string[] = []
  for (let number = 1; number <= count; number++) ids.push(await invite(number))
  return ids
}

test('a long list has pages, a search and a filter, and the menu of a row does what it says', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(240_000)
  const a = await openAs(demo.companies[0])
  const { page } = a
  await inviteMany(a, MANY, 'Listed')
  await a.openConsole('/connections')

  await test.step('two pages', async () => {
    await expect(page.getByRole('row')).toHaveCount(51)
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(a.row('Listed 001')).toBeVisible()
    await page.getByRole('button', { name: 'Previous page' }).click()
    await expect(a.row('Listed 053')).toBeVisible()
  })

  await test.step('search by words, in the order of names', async () => {
    const search = page.getByRole('searchbox', { name: 'Search connections' })
    await search.fill('partner LISTED 02')
    await expect(page.getByRole('row')).toHaveCount(1 + 11)
    await search.fill('nobody is called so')
    await expect(page.getByText('No connection fits the search.')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(page.getByRole('row')).toHaveCount(51)
  })

  await test.step('filter by what it means, sort by name', async () => {
    await page.getByLabel('State', { exact: true }).selectOption('ended')
    await expect(page.getByText('No connection fits the search.').or(page.getByRole('table'))).toBeVisible()
    await page.getByLabel('State', { exact: true }).selectOption('waiting')
    await page.getByRole('button', { name: 'Name' }).click()
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  })

  await test.step('a code cannot be copied again, and the menu says why; a new one is one click away', async () => {
    await page.getByRole('searchbox').fill('listed 007')
    await page.getByRole('button', { name: 'Actions for Listed 007' }).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Copy code again' })).toContainText('stored nowhere')
    await page.screenshot({ path: 'docs/images/connections-menu.png' })
    await expectAccessible(page)
    await page.getByRole('menuitem', { name: 'Re-issue code' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Re-issue code' }).click()
    await page.getByRole('button', { name: 'Copy invitation code' }).click()
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(/^accord1_/)
    await page.getByRole('button', { name: 'Done' }).click()
  })

  await test.step('revoke and delete from the menu', async () => {
    await page.getByRole('button', { name: 'Actions for Listed 007' }).click()
    await page.getByRole('menuitem', { name: 'Revoke invitation' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke invitation' }).click()
    await expect(a.row('Listed 007')).toHaveCount(0)
    await page.getByLabel('State', { exact: true }).selectOption('')
    await expect(a.row('Listed 007')).toContainText('Revoked')
    await page.getByRole('button', { name: 'Actions for Listed 007' }).click()
    await page.getByRole('menuitem', { name: 'Delete connection' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete connection' }).click()
    await expect(page.getByText('No connection fits the search.')).toBeVisible()
  })
})

test('every screen fits both widths, both schemes and both languages, and calls nobody else', async ({
  demo,
  openAs,
}) => {
  test.setTimeout(300_000)
  const a = await openAs(demo.companies[0])
  const { page, company } = a
  const [connectionId = ''] = await inviteMany(a, 1, `Seen ${Date.now()}`)
  const strangers: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(company.instanceUrl))
      strangers.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  let platformTheme = ''
  await page.route(`**/${CONSOLE_PAGE}*`, async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('</head>', `<style>${platformTheme}</style></head>`)
    await route.fulfill({ response: answer, body })
  })
  const screens = ['/overview', '/connections', `/connections/${connectionId}`, '/initiate', '/accept', '/setup']
  for (const [width, scheme, spoken] of [
    [1280, 'light', 'de'],
    [390, 'dark', 'en'],
    [390, 'light', 'de'],
    [1280, 'dark', 'en'],
  ] as const) {
    await preferLanguage(page, company, spoken === 'en' ? '' : spoken)
    await page.setViewportSize({ width, height: 800 })
    // On an instance its theme decides, not the reader's machine.
    platformTheme = scheme === 'dark' ? DARK_PLATFORM : ''
    for (const screen of screens)
      await test.step(`${screen} at ${width} px, ${scheme}, ${spoken}`, async () => {
        await a.openConsole(screen)
        await expect(page.getByRole('status', { name: /Loading|wird geladen|Lädt/i })).toHaveCount(0)
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
        await expect(page.locator('html')).toHaveAttribute('lang', spoken)
        await expectAccessible(page)
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
        expect(overflow).toBeLessThanOrEqual(0)
        await page.screenshot({
          path: `test-results/screens/${screen.split('/')[1]}-${screens.indexOf(screen)}-${width}-${scheme}-${spoken}.png`,
        })
      })
  }
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] })
})

test('on an instance, too, language and colours are chosen and stay; before that the system decides the colours', async ({
  demo,
  openAs,
}) => {
  const a = await openAs(demo.companies[0])
  const { page } = a
  const root = page.locator('html')
  await page.emulateMedia({ colorScheme: 'dark' })
  await a.openConsole('/settings')
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(page.locator('.accord-panel').first()).toHaveCSS('background-color', 'rgb(28, 33, 36)')
  const menu = page.getByRole('banner').getByRole('button', { name: /Company A/ })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Light' }).click()
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'light')
  await menu.click()
  await page.getByRole('menuitem', { name: 'Deutsch' }).click()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Allgemeine Einstellungen' })).toBeVisible()
  await expect(root).toHaveAttribute('data-mantine-color-scheme', 'light')
  await menu.click()
  await expectAccessible(page)
})

test('both wizards can be used without a mouse', async ({ demo, openAs }) => {
  test.setTimeout(180_000)
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  await a.openConsole('/connections')
  const connection = {
    destinationUrl: companyB.instanceUrl,
    localShortName: 'Keys',
    remoteShortName: 'Board',
    name: 'By keyboard alone',
  }
  const code = await initiateByKeyboard(a, connection, 'Company B')
  await acceptByKeyboard(await openAs(companyB), code, 'Company A')
})
