import { expectAccessible } from './accessible.ts'
import { initiate, pasteCode } from './company-page.ts'
import { ConsolePage, issueLink, PASSWORD } from './console-page.ts'
import { expect, test } from './stories.ts'

const PICTURES = 'docs/images'
const NARROW = { width: 390, height: 800 }
const WIDE = { width: 1280, height: 800 }

test.describe.configure({ mode: 'serial' })

test('a company without ServiceNow connects from its own console, and learns it without a refresh', async ({
  demo,
  openAs,
  page,
}) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  const foreign: string[] = []
  const problems: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(c.nodeUrl)) foreign.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) problems.push(message.text())
  })

  await test.step('the set-up link makes an admin, and leaves the address at once', async () => {
    await page.goto(demo.bridgeOnly.consoleLink)
    await expect(page.getByText('You are admin')).toBeVisible()
    expect(page.url()).not.toContain('token')
    await expectAccessible(page)
    await page.screenshot({ path: `${PICTURES}/console-1-welcome.png` })
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('Repeat the password').fill('not the same')
    await page.getByRole('button', { name: 'Set password and sign in' }).click()
    await expect(page.getByText('The two are not the same.')).toBeVisible()
    await page.getByLabel('Repeat the password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set password and sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await expect(page.getByText('No connection yet')).toBeVisible()
    await expect(page.getByText('You begin: create a code for the other company.')).toBeVisible()
    await expectAccessible(page)
  })

  const a = await openAs(demo.companies[0])
  await test.step('C invites A, whose admin sees what C is', async () => {
    const name = 'Gamma to Alpha'
    const code = await initiate(c, {
      destinationUrl: demo.companies[0].instanceUrl,
      localShortName: 'Gamma',
      remoteShortName: 'Alpha',
      name,
    })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(c.row(name)).toContainText('Pending')
    await pasteCode(a, code)
    await expect(a.page.getByText('Company C').first()).toBeVisible()
    await expect(a.page.getByText('Jira').first()).toBeVisible()
    await a.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(c.row(name)).toContainText('Active')
    await page.screenshot({ path: `${PICTURES}/console-2-connections.png` })
  })

  await test.step('A invites C, which accepts in its console', async () => {
    const name = 'Alpha to Gamma'
    const code = await initiate(a, {
      destinationUrl: demo.bridgeOnly.nodeUrl,
      localShortName: 'Alpha',
      remoteShortName: 'Gamma',
      name,
    })
    await a.page.getByRole('button', { name: 'Done' }).click()
    await pasteCode(c, code)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(page.getByText('Connection is established')).toBeVisible()
    await expect(a.row(name)).toContainText('Active')
  })

  await test.step('the set-up page says what this side is', async () => {
    await c.openConsole('/setup')
    await expect(page.getByLabel('Name of this side')).toHaveValue('Company C')
    await expectAccessible(page)
    await page.screenshot({ path: `${PICTURES}/console-3-setup.png`, fullPage: true })
    await page.getByRole('button', { name: 'Show a pairing code' }).click()
    await expect(page.getByText('#pair=')).toBeVisible()
    await page.setViewportSize(NARROW)
    await expectAccessible(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW.width)
    await page.setViewportSize(WIDE)
  })

  await test.step('sign-out ends it, and the link is spent', async () => {
    await c.signOut('admin')
    await expectAccessible(page)
    // As it was sent, and as a mail gateway writes it with the full stop of the sentence.
    for (const link of [
      demo.bridgeOnly.consoleLink,
      demo.bridgeOnly.consoleLink.replace('#/welcome?token=', '#%2Fwelcome%3Ftoken%3D') + '.',
    ]) {
      await page.goto('about:blank')
      await page.goto(link)
      await expect(page.getByRole('alert')).toContainText('This set-up link works no more')
      expect(page.url()).not.toContain('token')
    }
    await expectAccessible(page)
  })
  expect(foreign).toEqual([])
  expect(problems).toEqual([])
})

test('a session that ends keeps what was typed, and the person goes on after signing in', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'ines', 'admin'))
  await c.openConsole('/initiate')
  await page.getByLabel("I don't have a URL").check()
  await page.getByRole('radio', { name: /Script/ }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Local instance short name').fill('Typed before')
  await page.getByLabel('Remote instance short name').fill('Delta')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Log in again' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByLabel('Local instance short name')).toHaveValue('Typed before')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('button', { name: 'Copy invitation code' })).toBeVisible()
})

test('an auditor sees and cannot act; name and password work by keyboard alone; wrong ones are refused', async ({
  demo,
  page,
}) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'otto', 'auditor'))
  await c.signOut('otto')
  await c.signIn('otto', 'wrong wrong wrong')
  await expect(page.getByRole('alert')).toContainText('Name or password do not fit')
  await expectAccessible(page)
  await page.getByLabel('User name').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Connections', exact: true }).press('Enter')
  await expect(c.row('Gamma to Alpha')).toContainText('Active')
  await expect(page.getByRole('button', { name: 'Initiate Connection' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'otto', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByRole('menuitem', { name: 'Notices by mail' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('127.0.0.1 (this one)')
  await expectAccessible(page)
})

test('the language and the colours are chosen in the console and stay', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'greta', 'maintainer'))
  await page.getByRole('button', { name: 'greta', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'greta', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Dunkel' }).click()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectAccessible(page)
})

test('another site can neither post nor frame, and the policy of the page is strict', async ({ demo, page }) => {
  const c = new ConsolePage(page, demo.bridgeOnly.nodeUrl)
  await c.setPassword(await issueLink(demo, 'xena', 'admin'))
  const before = await page.evaluate<number>(
    "fetch('/console/v1/connections').then((answer) => answer.json()).then(({ connections }) => connections.length)",
  )
  const answered: number[] = []
  page.on('response', (response) => {
    if (response.url().startsWith(`${c.nodeUrl}/console/v1/`)) answered.push(response.status())
  })
  // The neighbour on another port is the same site: its requests carry the cookie.
  await page.goto(`${demo.companies[0].instanceUrl}/login.do`)
  await page.evaluate(`(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.enctype = 'text/plain'
    form.action = '${c.nodeUrl}/console/v1/connections'
    const field = document.createElement('input')
    field.name = '{"requestId":"00000000-0000-4000-8000-000000000001","name":"Forged","x":"'
    field.value = '"}'
    form.append(field)
    document.body.append(form)
    form.submit()
  })()`)
  await expect.poll(() => answered).toEqual([403])
  // The form leads there; before the page is, it would end the next address.
  await page.waitForURL(`${c.nodeUrl}/console/v1/connections`)
  await page.goto(`${demo.companies[0].instanceUrl}/login.do`)
  await page.setContent(`<iframe src="${c.nodeUrl}/console/" title="framed"></iframe>`)
  await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0)

  const response = await page.goto(`${c.nodeUrl}/console/`)
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toContain('unsafe')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await expect(page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b>x</b>')")).rejects.toThrow()
  const after = await page.evaluate<number>(
    "fetch('/console/v1/connections').then((answer) => answer.json()).then(({ connections }) => connections.length)",
  )
  expect(after).toBe(before)
})
