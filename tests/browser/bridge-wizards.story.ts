import { initiate } from './company-page.ts'
import { ConsolePage, issueLink } from './console-page.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'
import { codeComesEveryWay, typedStaysAndTwoClicksAreOne } from './wizard-laws.ts'

test('each screen of the console fits both widths and schemes in both languages, and calls nobody else', async ({
  demo,
  page,
}) => {
  test.setTimeout(300_000)
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  const strangers: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(c.nodeUrl)) strangers.push(request.url())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await c.setPassword(await issueLink(demo, 'wizards', 'admin'))
  // Before, the browser itself notes that nobody is signed in.
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await initiate(c, {
    destinationUrl: null,
    localShortName: 'Gamma',
    remoteShortName: 'Delta',
    name: `Seen ${Date.now()}`,
  })
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('row').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Seen')
  const connection = new URL(page.url()).hash.slice(1)
  const tabs = ['', '?tab=handshake', '?tab=trail', '?tab=diagnostics', '?tab=sync', '/sync'].map(
    (tab) => connection + tab,
  )
  const screens = [
    '/overview',
    '/connections',
    '/initiate',
    '/accept',
    '/jobs',
    '/prerequisites',
    '/settings',
    '/setup',
    '/help',
  ]
  for (const language of ['en', 'de'])
    for (const [number, screen] of [...screens, ...tabs].entries())
      await test.step(`${screen}, ${language}`, async () => {
        await page.evaluate(`localStorage.setItem('accord-language', '${language}')`)
        await page.goto(`${c.nodeUrl}/console/`)
        await page.evaluate(`location.hash = '#${screen}'`)
        await expect(page.getByRole('status', { name: /Loading|Lädt|Checking|geprüft/i })).toHaveCount(0)
        await lookAtEverySize(page, `bridge-${number}-${screen.split(/[/?]/)[1]}-${language}`)
      })
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] })
})

test('a reload keeps what was typed, Previous does too, and two clicks make one connection', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'twice', 'admin'))
  await typedStaysAndTwoClicksAreOne(c, ['Gamma', 'Twice'])
})

test('a code comes from a file, by drag and drop, and behind the # of a link, which no server receives', async ({
  demo,
  openAs,
  page,
}) => {
  const a = await openAs(demo.companies[0])
  const name = 'By every way'
  const names = { localShortName: 'Alpha', remoteShortName: 'Gamma', name }
  const code = await initiate(a, { destinationUrl: null, ...names })
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'paula', 'admin'))
  await codeComesEveryWay(c, code, 'Company A', name)
})

test('a name of the other side that poses as markup stays text', async ({ demo, openAs, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'xaver', 'admin'))
  const a = await openAs(demo.companies[0])
  const name = '<img src=x onerror=document.title="owned">'
  const code = await initiate(a, {
    destinationUrl: null,
    localShortName: '<b>Alpha</b>',
    remoteShortName: 'Gamma',
    name,
    description: '"><script>document.title="owned"</script>[x](javascript:alert(1))',
  })
  await c.openConsole('/accept')
  await page.getByRole('textbox', { name: 'Invitation code' }).fill(code)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('<b>Alpha</b>').first()).toBeVisible()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(page.getByText('Connection is established')).toBeVisible()
  await c.openConsole('/connections')
  await expect(c.row(name)).toHaveCount(1)
  expect(await page.title()).not.toContain('owned')
  expect(await page.locator('main img, main script, main b, a[href^="javascript"]').count()).toBe(0)
})
