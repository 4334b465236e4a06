import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { initiate } from './company-page.ts'
import { ConsolePage, issueLink } from './console-page.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'

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
  await c.setPassword(await issueLink(demo, 'sweep', 'admin'))
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
  const tabs = ['', '?tab=handshake', '?tab=trail', '?tab=diagnostics', '?tab=sync'].map((tab) => connection + tab)
  const screens = ['/connections', '/initiate', '/accept', '/jobs', '/prerequisites', '/settings', '/setup', '/help']
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
  await c.openConsole('/initiate')
  await page.getByLabel("I don't have a URL").check()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await page.getByLabel('Local instance short name').fill('Gamma')
  await page.getByLabel('Remote instance short name').fill('Twice')
  await page.getByLabel('Description').fill('Typed before a reload')
  await page.reload()
  await expect(page.getByLabel("I don't have a URL")).toBeChecked()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await expect(page.getByLabel('Description')).toHaveValue('Typed before a reload')
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await expect(page.getByLabel('Connection name')).toHaveValue('Gamma_to_Twice')
  await page.getByRole('button', { name: 'Next' }).dblclick()
  await expect(page.getByRole('button', { name: 'Copy invitation code' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy message' }).click()
  await expect(page.getByText('Copied').first()).toBeVisible()
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('accord1_')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(c.row('Gamma_to_Twice')).toHaveCount(1)
  await c.openConsole('/initiate')
  await expect(page.getByLabel("I don't have a URL")).not.toBeChecked()
})

test('a code comes from a file, by drag and drop, and behind the # of a link, which no server hears', async ({
  demo,
  openAs,
  page,
}) => {
  const a = await openAs(demo.companies[0])
  const code = await initiate(a, {
    destinationUrl: null,
    localShortName: 'Alpha',
    remoteShortName: 'Gamma',
    name: 'By every way',
  })
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'paula', 'admin'))
  const heard: string[] = []
  page.on('request', (request) => heard.push(request.url()))
  const field = page.getByRole('textbox', { name: 'Invitation code' })

  await test.step('behind the # of a link: the address is clean before anybody can look', async () => {
    await page.goto('about:blank')
    await page.goto(`${c.nodeUrl}/console/#/accept?code=${code}`)
    await expect(field).toHaveValue(code)
    await expect.poll(() => page.url()).toBe(`${c.nodeUrl}/console/#/accept`)
    expect(heard.filter((url) => url.split('#')[0]?.includes(code.slice(0, 40)))).toEqual([])
  })

  await test.step('by drag and drop', async () => {
    await c.openConsole('/accept')
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(code)}], 'code.txt')); return data })()`,
    )
    await field.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(field).toHaveValue(code)
  })

  await test.step('from a file; a reload asks first, since a code is kept nowhere', async () => {
    await c.openConsole('/accept')
    const directory = mkdtempSync(path.join(tmpdir(), 'accord-code-'))
    writeFileSync(path.join(directory, 'code.txt'), `Invitation code:\n${code}\n`)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /file/i }).click()
    await (await chooser).setFiles(path.join(directory, 'code.txt'))
    rmSync(directory, { recursive: true })
    await expect(field).toHaveValue(new RegExp(code.slice(0, 40)))
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.evaluate('void setTimeout(() => location.reload(), 0)')
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await page.getByRole('button', { name: 'Next' }).click()
    await expect(page.getByText('Company A').first()).toBeVisible()
    await page.getByRole('button', { name: 'Accept', exact: true }).dblclick()
    await expect(page.getByText('Connection is established')).toBeVisible()
    await c.openConsole('/connections')
    await expect(c.row('By every way')).toHaveCount(1)
  })
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
