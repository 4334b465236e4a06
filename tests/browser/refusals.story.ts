import { DatabaseSync } from 'node:sqlite'
import path from 'node:path'
import { initiate, pasteCode } from './company-page.ts'
import { expectAccessible } from './accessible.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'
import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE } from '@accord/shared/protocol'

const alert = (page: import('@playwright/test').Page) => page.getByRole('alert')

/** Nobody waits ten minutes for the shortest life of a code: the source's own row is moved into the past. */
function expireInvitation(file: string, connectionName: string): void {
  const database = new DatabaseSync(file)
  database
    .prepare(
      'update invitation set expires_at = ? where connection_id = (select id from connection where name = ? and side = ?)',
    )
    .run(Date.now() - 1000, connectionName, 'source')
  database.close()
}

test('a truncated code is named and the paste stays where it was', async ({ demo, openAs }) => {
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  const b = await openAs(companyB)
  const code = await initiate(a, {
    destinationUrl: companyB.instanceUrl,
    localShortName: 'A',
    remoteShortName: 'B',
    name: 'Truncated',
  })
  await pasteCode(b, code.slice(0, -40))
  await expect(alert(b.page)).toContainText('The end of the invitation code is missing')
  await expect(b.page.getByRole('textbox', { name: 'Invitation code' })).toHaveValue(code.slice(0, -40))
  await expectAccessible(b.page)

  await test.step('the whole code works afterwards', async () => {
    await b.page.getByRole('textbox', { name: 'Invitation code' }).fill(code)
    await b.page.getByRole('button', { name: 'Next' }).click()
    await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(b.page.getByText('Connection is established.')).toBeVisible()
  })

  await test.step('pasted a second time it leads to the connection that it made', async () => {
    await pasteCode(b, code)
    await expect(b.page.getByText(/already accepted/i)).toBeVisible()
  })
})

test('a revoked code is refused at accept, with who must act', async ({ demo, openAs }) => {
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  const b = await openAs(companyB)
  const name = 'To be revoked'
  const code = await initiate(a, {
    destinationUrl: companyB.instanceUrl,
    localShortName: 'A',
    remoteShortName: 'B',
    name,
  })
  await a.page.getByRole('button', { name: 'Done' }).click()
  await a.row(name).getByRole('link').first().click()
  await a.page.getByRole('button', { name: 'Revoke invitation' }).click()
  await a.page.getByRole('dialog').getByRole('button', { name: 'Revoke invitation' }).click()
  await expect(a.page.getByText('Revoked').first()).toBeVisible()

  await pasteCode(b, code)
  await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(alert(b.page)).toContainText('The invitation was revoked')
  await expectAccessible(b.page)
})

test('a code that has expired at the source is refused there, whatever its own date says', async ({ demo, openAs }) => {
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  const b = await openAs(companyB)
  const name = 'Too late'
  const code = await initiate(a, {
    destinationUrl: companyB.instanceUrl,
    localShortName: 'A',
    remoteShortName: 'B',
    name,
  })
  expireInvitation(path.join(demo.directory, 'a/node/accord.sqlite'), name)
  await pasteCode(b, code)
  await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(alert(b.page)).toContainText('The invitation has expired')
  await expectAccessible(b.page)
  await alert(b.page).getByRole('link', { name: 'Step by step' }).click()
  await expect(b.page.getByText('only the side that issued it can help')).toBeVisible()
  await lookAtEverySize(b.page, 'help-guide')
})

test('the own invitation is recognised', async ({ demo, openAs }) => {
  const a = await openAs(demo.companies[0])
  const code = await initiate(a, {
    destinationUrl: demo.companies[1].instanceUrl,
    localShortName: 'A',
    remoteShortName: 'B',
    name: 'My own code',
  })
  await a.page.getByRole('button', { name: 'Done' }).click()
  await pasteCode(a, code)
  await expect(alert(a.page)).toContainText('issued by this node')
})

test('a wrong destination says what is wrong with it, before anything is created', async ({ demo, openAs }) => {
  const a = await openAs(demo.companies[0])
  await a.openConsole('/initiate')
  const field = a.page.getByLabel('Destination instance URL')
  for (const [url, text] of [
    ['https://no-such-company.invalid', 'cannot be found'],
    ['http://127.0.0.1:9', 'refuses connections'],
    ['http://169.254.169.254/', 'not allowed'],
  ] as const) {
    await field.fill(url)
    await field.press('Tab')
    await expect(alert(a.page)).toContainText(text)
  }
  await expectAccessible(a.page)
})

test('text that is no code at all is said to be none', async ({ demo, openAs }) => {
  const b = await openAs(demo.companies[1])
  await pasteCode(b, 'Hello, here is the code you asked for')
  await expect(alert(b.page)).toContainText('There is no invitation code in this text')
})

test('a user without the role sees no buttons, and the page says which role is missing', async ({ demo, openAs }) => {
  const abel = await openAs(demo.companies[0], 'abel.tuter', 'abel')
  await abel.openTableList()
  await expect(abel.page.getByRole('button', { name: 'Initiate Connection' })).toHaveCount(0)
  const response = await abel.page.request.post(
    abel.company.instanceUrl + DEFAULT_API_BASE + CONSOLE_CALLS.initiateConnection.path,
    {
      headers: { authorization: `Basic ${Buffer.from('abel.tuter:abel').toString('base64')}` },
      data: {},
    },
  )
  expect(response.status()).toBe(403)
})
