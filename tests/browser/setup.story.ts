import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { initiate, pasteCode, type CompanyPage } from './company-page.ts'
import { expectAccessible } from './accessible.ts'
import { startDemo, type Demo } from './demo-process.ts'
import { createVendor } from './licence-vendor.ts'
import { countEffort, readEffort } from './set-up-measure.ts'
import { expect, test } from './stories.ts'

/** A demo of its own: this story pairs by hand, kills a node and starts everything again. */
let directory = ''
let demo: Demo

/** Tasks one and two, for both companies: the app installed, the nodes started. */
let startedInS = 0
const vendor = createVendor()
const OWN_PORTS = ['--port-base', '4910']

test.beforeAll(async () => {
  test.setTimeout(600_000)
  directory = mkdtempSync(path.join(tmpdir(), 'accord-setup-story-'))
  const began = performance.now()
  demo = await startDemo(directory, ['--no-pairing', ...OWN_PORTS], vendor.settings)
  startedInS = Math.round((performance.now() - began) / 1000)
})

test.afterAll(async () => {
  await demo.stop()
  rmSync(directory, { recursive: true, force: true })
})

const TASKS = ['Install the application', 'Start the node', 'Paste the pairing code']

const pasteAndPair = async ({ page }: CompanyPage, code: string) => {
  await page.getByRole('textbox', { name: 'Pairing code' }).fill(code)
  await page.getByRole('button', { name: 'Pair', exact: true }).click()
}

/** From the page that opens by itself to a console in which a connection can begin. */
async function setUp(admin: CompanyPage): Promise<{ clicks: number; fields: number; seconds: number }> {
  const { page, company } = admin
  await countEffort(page)
  await admin.openConsole('/connections')
  await expect(page.getByRole('textbox', { name: 'Pairing code' })).toBeVisible()
  await expect(page.getByRole('listitem').getByRole('heading', { level: 2 })).toHaveText(
    TASKS.map((it) => new RegExp(it)),
  )
  await expectAccessible(page)
  const began = performance.now()
  await pasteAndPair(admin, company.pairingCode ?? 'none was printed')
  await expect(page.getByText(company.nodeUrl).first()).toBeVisible()
  const effort = await readEffort(page)
  const seconds = (performance.now() - began) / 1000
  await admin.openConsole('/connections')
  await expect(page.getByRole('button', { name: 'Initiate Connection' }).first()).toBeVisible()
  return { ...effort, seconds }
}

const REFUSED: readonly (readonly [what: string, code: string, said: string])[] = [
  ['no pairing code', 'hello', 'This is not a pairing code'],
  ['a code without its secret', 'http://127.0.0.1:9/', 'This is not a pairing code'],
  ['a node over plain http', `http://node.example${'#pair='}${'x'.repeat(32)}`, 'This address is not allowed'],
  ['a wrong node URL', `http://127.0.0.1:9${'#pair='}${'x'.repeat(32)}`, 'The bridge node does not answer'],
]

test('what goes wrong while pairing is named on the page, and the field keeps what was pasted', async ({ openAs }) => {
  const admin = await openAs(demo.companies[1])
  await admin.openConsole('/setup')
  const unknown = `${demo.companies[1].nodeUrl}#pair=${'x'.repeat(32)}`
  for (const [what, code, said] of [
    ...REFUSED,
    ['an unknown secret', unknown, 'The node does not know this pairing code'],
  ])
    await test.step(String(what), async () => {
      await pasteAndPair(admin, String(code))
      await expect(admin.page.getByRole('alert')).toContainText(String(said))
      await expect(admin.page.getByRole('textbox', { name: 'Pairing code' })).toHaveValue(String(code))
    })
  await expectAccessible(admin.page)
})

test('three tasks set up a company: the third is one field and one click', async ({ openAs }) => {
  for (const company of demo.companies) {
    const admin = await openAs(company)
    const { clicks, fields, seconds } = await setUp(admin)
    const measured = `${TASKS.length} tasks; in the browser ${fields} field, ${clicks} click, ${seconds.toFixed(1)} s; app and nodes of both companies ${startedInS} s`
    test.info().annotations.push({ type: 'set-up', description: `${company.name}: ${measured}` })
    process.stdout.write(`set-up of ${company.name}: ${measured}\n`)
    expect({ clicks, fields }).toEqual({ clicks: 1, fields: 1 })
    expect(seconds).toBeLessThan(30)
    await expectAccessible(admin.page)
  }
  const admin = await openAs(demo.companies[0])
  await admin.page.screenshot({ path: 'test-results/empty-list.png' })
})

test('a code that another instance has used is refused, and says who acts', async ({ openAs }) => {
  const admin = await openAs(demo.companies[1])
  await admin.openConsole('/setup')
  await admin.page.getByRole('button', { name: 'Pair again' }).click()
  await pasteAndPair(admin, demo.companies[0].pairingCode ?? '')
  await expect(admin.page.getByRole('alert')).toContainText('The pairing code was already used')
  await expect(admin.page.getByRole('alert')).toContainText("The node operator's turn")
})

test('a licence is installed in General Settings; what does not fit is named and changes nothing', async ({
  openAs,
}) => {
  const admin = await openAs(demo.companies[0])
  const { page } = admin
  await admin.openConsole('/settings')
  const panel = page.getByRole('region', { name: 'Licence' })
  await expect(panel).toContainText('Evaluation')
  await expect(panel).toContainText('days left: 30')
  await expect(panel).toContainText('ACCORD_LICENCE_VENDOR_KEY')
  const install = async (token: string) => {
    await panel.getByRole('textbox', { name: 'Licence of the vendor' }).fill(token)
    await panel.getByRole('button', { name: 'Install licence' }).click()
  }
  await install('nonsense')
  await expect(panel.getByRole('alert')).toContainText('This is not an Accord licence')
  await install(await createVendor().sign('Somebody'))
  await expect(panel.getByRole('alert')).toContainText('was not signed by the vendor')
  await install(await vendor.sign('Company A'))
  await expect(panel).toContainText('Issued to')
  await expect(panel).toContainText('Company A, standard')
  await expect(panel.getByText('Counts')).toBeVisible()
  await expectAccessible(page)
})

test('a killed node is named in the page, the acceptance waits for it, and a restart completes it', async ({
  openAs,
}) => {
  test.setTimeout(240_000)
  const name = 'Survives the night'
  const before = { a: await openAs(demo.companies[0]), b: await openAs(demo.companies[1]) }
  const code = await initiate(before.a, {
    destinationUrl: demo.companies[1].instanceUrl,
    localShortName: 'Alpha',
    remoteShortName: 'Beta',
    name,
  })
  await pasteCode(before.b, code)
  await expect(before.b.page.getByText('Company A').first()).toBeVisible()

  await test.step("A's node is killed before B accepts", async () => {
    process.kill(demo.companies[0].pids[1], 'SIGKILL')
    await before.b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(before.b.page.getByText(/refuses connections/i).first()).toBeVisible()
    await expectAccessible(before.b.page)
    await before.b.openConsole('/connections')
    await expect(before.b.row(name)).toContainText('Accepting')
  })

  await test.step("A's page says that the node is down and what to do", async () => {
    await before.a.openConsole('/initiate')
    await expect(before.a.page.getByRole('alert').first()).toContainText('The bridge node does not answer')
  })

  await test.step('everything stops and starts again: the connection completes by itself', async () => {
    await demo.stop()
    demo = await startDemo(directory, ['--no-pairing', ...OWN_PORTS], vendor.settings)
    const after = { a: await openAs(demo.companies[0]), b: await openAs(demo.companies[1]) }
    await after.b.openConsole('/connections')
    await expect(after.b.row(name)).toContainText('Active', { timeout: 60_000 })
    await after.a.openConsole('/connections')
    await expect(after.a.row(name)).toContainText('Active', { timeout: 60_000 })
  })
})
