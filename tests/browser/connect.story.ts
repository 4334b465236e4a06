import { initiate } from './company-page.ts'
import { keyFingerprints } from './key-fingerprints.ts'
import { expectAccessible } from './accessible.ts'
import { lookAtEverySize } from './screens.ts'
import { expect, test } from './stories.ts'
import { CONSOLE_PAGE } from '../../now-app/src/server/names.ts'

const PICTURES = 'docs/images'

test('two companies connect, and the page of the initiator turns Active by itself', async ({ demo, openAs }) => {
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  const b = await openAs(companyB)
  const name = 'Alpha to Beta'

  await test.step('A starts from the list in the navigator', async () => {
    await a.openTableList()
    await a.page.getByRole('button', { name: 'Initiate Connection' }).click()
    await expect(a.page).toHaveURL(new RegExp(`${CONSOLE_PAGE}\\?view=initiate`))
    await expectAccessible(a.page)
  })

  await test.step('A looks the destination up and picks Script mode', async () => {
    await a.page.getByLabel('Destination instance URL').fill(companyB.instanceUrl)
    await a.page.getByLabel('Destination instance URL').press('Tab')
    await expect(a.page.getByText('Company B').first()).toBeVisible()
    await expect(a.page.getByRole('radio', { name: /Basic/ })).toBeEnabled()
    await a.page.getByRole('radio', { name: /Script/ }).check()
    await a.page.screenshot({ path: `${PICTURES}/initiate-1-destination.png` })
    await a.page.getByRole('button', { name: 'Next' }).click()
  })

  await test.step('A names the connection; Previous keeps what was typed', async () => {
    await a.page.getByLabel('Local instance short name').fill('Alpha')
    await a.page.getByLabel('Remote instance short name').fill('Beta')
    await a.page.getByLabel('Connection name').fill(name)
    await a.page.getByLabel('Description').fill('Incidents that both companies work on')
    await expectAccessible(a.page)
    await a.page.screenshot({ path: `${PICTURES}/initiate-2-information.png` })
    await a.page.getByRole('button', { name: 'Previous' }).click()
    await expect(a.page.getByLabel('Destination instance URL')).toHaveValue(companyB.instanceUrl)
    await a.page.getByRole('button', { name: 'Next' }).click()
    await expect(a.page.getByLabel('Connection name')).toHaveValue(name)
    await a.page.getByRole('button', { name: 'Next' }).click()
  })

  const code = await test.step('A copies the code and goes back to the list, which says Pending', async () => {
    await a.page.getByRole('button', { name: 'Copy invitation code' }).click()
    const copied = await a.page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toMatch(/^accord1_/)
    await expectAccessible(a.page)
    await a.page.evaluate('scrollTo(0, 0)')
    await a.page.screenshot({ path: `${PICTURES}/initiate-3-code.png` })
    await a.page.getByRole('button', { name: 'Done' }).click()
    await expect(a.row(name)).toContainText('Pending')
    return copied
  })

  await test.step('B pastes it with the white space and quotes of a mail and reviews who invites', async () => {
    await b.openTableList()
    await b.page.getByRole('button', { name: 'Accept invitation' }).click()
    const mangled = `Invitation code: "${code.slice(0, 70)}\n  ${code.slice(70)}"\n`
    await b.page.getByRole('textbox', { name: 'Invitation code' }).fill(mangled)
    await expectAccessible(b.page)
    await b.page.screenshot({ path: `${PICTURES}/accept-1-paste.png` })
    await b.page.getByRole('button', { name: 'Next' }).click()
    await expect(b.page.getByText('Company A').first()).toBeVisible()
    await expect(b.page.getByText('Nothing has been sent yet', { exact: false })).toBeVisible()
    await expectAccessible(b.page)
    await b.page.screenshot({ path: `${PICTURES}/accept-2-review.png` })
    // Nothing has happened at A so far.
    await expect(a.row(name)).toContainText('Pending')
  })

  await test.step('B accepts: Connection is established, and A sees it without a refresh', async () => {
    const documentOfA = await a.page.evaluate<number>('performance.timeOrigin')
    await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(b.page.getByText('Connection is established.')).toBeVisible()
    await expectAccessible(b.page)
    await b.page.screenshot({ path: `${PICTURES}/accept-3-established.png` })
    await expect(a.row(name)).toContainText('Active')
    expect(await a.page.evaluate<number>('performance.timeOrigin')).toBe(documentOfA)
    await expectAccessible(a.page)
    await a.page.screenshot({ path: `${PICTURES}/connections-active.png` })
  })

  await test.step('B finishes, and both sides show the same two fingerprints, for two admins to compare by phone', async () => {
    await expect(b.page.getByRole('button', { name: 'Configure Sync' })).toBeVisible()
    await b.page.getByRole('button', { name: 'Done' }).click()
    await expect(b.row(name)).toContainText('Active')
    const fingerprints = async (side: typeof a) => {
      await side.row(name).getByRole('link').first().click()
      const shown = keyFingerprints(side.page)
      await expect(shown).toHaveCount(2)
      return (await shown.allTextContents()).toSorted()
    }
    const atA = await fingerprints(a)
    expect(new Set(atA).size).toBe(2)
    expect(await fingerprints(b)).toEqual(atA)
    await expectAccessible(b.page)
  })

  await test.step('the platform shows the same record in its own list', async () => {
    await b.openTableList()
    await expect(b.row(name)).toContainText(/active/i)
    await b.page.screenshot({ path: `${PICTURES}/platform-list.png` })
  })
})

test('without a URL the code is for whoever is meant, and its page becomes that of the connection once it is accepted', async ({
  demo,
  openAs,
}) => {
  const [companyA, companyB] = demo.companies
  const a = await openAs(companyA)
  const b = await openAs(companyB)
  const name = 'Beta to Alpha, unaddressed'
  const code = await initiate(b, { destinationUrl: null, localShortName: 'Beta', remoteShortName: 'Alpha', name })

  await a.openConsole('/accept')
  await a.page.getByRole('textbox', { name: 'Invitation code' }).fill(code)
  await a.page.getByRole('button', { name: 'Next' }).click()
  await a.page.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(a.page.getByText('Connection is established.')).toBeVisible()
  await expect(b.page.getByRole('heading', { name: 'Connection is established.' })).toBeFocused()
  await expect(b.page.getByText(/^accord1_/)).toHaveCount(0)
  await expect(b.page.getByRole('button', { name: 'Configure Sync' })).toBeVisible()
  await lookAtEverySize(b.page, 'code-accepted')
  await b.page.getByRole('button', { name: 'Done' }).click()
  await expect(b.row(name)).toContainText('Active')
  await expect(b.row(name)).toContainText('Company A')
})
