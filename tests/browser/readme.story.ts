import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { consoleAddress, DEFAULT_SCOPE } from '@accord/shared/protocol'
import { expect, test, type FrameLocator, type Page } from '@playwright/test'
import { ADMIN } from '../../demo/company.ts'
import { startService, type Service } from '../../demo/child.ts'
import { initiate, pasteCode, type Console } from './company-page.ts'
import { readOwnInstanceSteps } from './readme-commands.ts'

const STEPS = readOwnInstanceSteps()
const ROOT = path.join(import.meta.dirname, '../..')

interface Company {
  readonly name: string
  readonly scope: string
  readonly instancePort: number
  readonly nodePort: number
}

/** One builds under its own prefix, the other takes the vendor's; neither instance takes an upload of a foreign one. */
const COMPANIES = {
  a: { name: 'Own Prefix', scope: STEPS.ownScope, instancePort: 4830, nodePort: 4831 },
  b: { name: 'Vendor Prefix', scope: DEFAULT_SCOPE, instancePort: 4840, nodePort: 4841 },
} as const satisfies Record<string, Company>

const instanceUrl = ({ instancePort }: Company) => `http://127.0.0.1:${instancePort}`
const nodeUrl = ({ nodePort }: Company) => `http://127.0.0.1:${nodePort}`

let directory = ''
const services: Service[] = []
const nodes: ChildProcess[] = []

test.beforeAll(async () => {
  test.setTimeout(600_000)
  directory = mkdtempSync(path.join(tmpdir(), 'accord-readme-story-'))
  for (const company of Object.values(COMPANIES)) services.push(await startInstance(company))
})

test.afterAll(async () => {
  for (const node of nodes) await ended(node)
  for (const service of services) await service.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** Strict, as it is by default, and with a code of its own that ServiceNow has issued. */
async function startInstance(company: Company): Promise<Service> {
  const service = await startService({
    name: company.name,
    script: 'instance-simulator/bin/accord-instance.js',
    parameters: ['--name', company.name, '--port', String(company.instancePort)],
    logFile: path.join(directory, `${company.instancePort}.log`),
    readyUrl: `${instanceUrl(company)}/login.do`,
    readyWithinMs: 60_000,
  })
  const answer = await fetch(`${instanceUrl(company)}/api/now/table/sys_properties`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${ADMIN.user}:${ADMIN.password}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'glide.appcreator.company.code', value: STEPS.vendorCode }),
  })
  expect(answer.status).toBe(201)
  return service
}

/** npm ends before the node that it has started, which writes until it ends: the whole group has to be gone. */
async function ended({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGTERM')
    for (;;) {
      await delay(100)
      process.kill(-pid, 0)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** README's command with README's variables, and what only a machine without https needs; answers the code that it prints. */
async function startNode(company: Company): Promise<string> {
  const values: Readonly<Record<string, string>> = {
    ACCORD_PUBLIC_URL: nodeUrl(company),
    ACCORD_DATA_DIR: path.join(directory, `node-${company.nodePort}`),
  }
  const named = Object.fromEntries(STEPS.nodeVariables.map((name) => [name, values[name] ?? '']))
  const [command = '', ...parameters] = STEPS.nodeCommand
  const child = spawn(command, parameters, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...named, ACCORD_PORT: String(company.nodePort), ACCORD_HOST: '127.0.0.1', ACCORD_ALLOW_HTTP_LOOPBACK: 'true' }, // prettier-ignore
  })
  nodes.push(child)
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The node ended with ${code}: ${said}`)))
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const [code] = /http\S+#pair=\S+/u.exec(said) ?? []
      if (code !== undefined) resolve(code)
    })
  })
}

/** By the platform's menu, as an administrator does it: import, preview, commit. */
async function importUpdateSet(page: Page, file: string): Promise<void> {
  const [menu = '', module = '', importLink = ''] = STEPS.menu
  const frame = page.frameLocator('#gsft_main')
  await expect(page.getByText(menu)).toBeVisible()
  await page.getByRole('link', { name: module }).click()
  await frame.getByRole('link', { name: importLink }).click()
  await frame.getByLabel('Choose file to upload').setInputFiles(path.join(ROOT, file))
  await frame.getByRole('button', { name: 'Upload', exact: true }).click()
  await frame.getByRole('link', { name: /^Accord / }).click()
  await frame.getByRole('button', { name: /^Preview/ }).click()
  await expect(frame.getByText('previewed')).toBeVisible({ timeout: 60_000 })
  await acceptMissingUser(frame)
  await frame.getByRole('button', { name: /^Commit/ }).click()
  await expect(frame.getByText('committed')).toBeVisible({ timeout: 120_000 })
}

/** All that the preview of a first set asks about, and no more than README says. */
async function acceptMissingUser(frame: FrameLocator): Promise<void> {
  await expect(frame.getByRole('button', { name: /^Commit/ })).toHaveCount(0)
  const problems = frame.getByRole('row').filter({ has: frame.getByRole('checkbox') })
  await expect(problems.filter({ hasText: 'run_as' })).toHaveCount(await problems.count())
  for (const problem of await problems.all()) await problem.getByRole('checkbox').check()
  await frame.getByRole('button', { name: STEPS.acceptMissingUser }).click()
}

/** The console of a company, under whichever scope it has it. */
const consoleOf = (page: Page, company: Company): Console => {
  const address = (place: string) => `${instanceUrl(company)}/${consoleAddress(`${company.scope}_console.do`, place)}`
  return {
    page,
    address,
    openConsole: async (place) => {
      await page.goto('about:blank')
      await page.goto(address(place))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
    row: (name) => page.getByRole('row').filter({ hasText: name }),
  }
}

test('an admin who follows README gets from nothing to a connection by the update set, under an own prefix, too', async ({
  browser,
}) => {
  test.setTimeout(1_200_000)
  const [npm = '', ...build] = STEPS.build
  const open = async (company: Company) => {
    const page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage()
    await page.goto(`${instanceUrl(company)}/login.do`)
    await page.getByLabel('User name').fill(ADMIN.user)
    await page.getByLabel('Password').fill(ADMIN.password)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('login.do'))
    await page.goto(`${instanceUrl(company)}/navpage.do`)
    return page
  }

  await test.step('1 the update sets are built', async () => {
    execFileSync(npm, [...build, ...STEPS.ownPrefix], { cwd: ROOT, stdio: 'ignore' })
    execFileSync(npm, build, { cwd: ROOT, stdio: 'ignore' })
  })

  const page = { a: await open(COMPANIES.a), b: await open(COMPANIES.b) }
  await test.step('1 and committed on both instances', async () => {
    await importUpdateSet(page.a, STEPS.file(STEPS.ownScope))
    await importUpdateSet(page.b, STEPS.file())
  })

  for (const side of ['a', 'b'] as const)
    await test.step(`2 and 3 the node of ${COMPANIES[side].name} starts, its pairing code is pasted`, async () => {
      const code = await startNode(COMPANIES[side])
      const [menu = '', module = ''] = STEPS.setUp
      const frame = page[side].frameLocator('#gsft_main')
      await page[side].goto(`${instanceUrl(COMPANIES[side])}/navpage.do`)
      await expect(page[side].getByText(menu, { exact: true })).toBeVisible()
      await page[side].getByRole('link', { name: module }).click()
      await frame.getByRole('textbox', { name: 'Pairing code' }).fill(code)
      await frame.getByRole('button', { name: 'Pair', exact: true }).click()
      await expect(frame.getByText(nodeUrl(COMPANIES[side])).first()).toBeVisible()
    })

  await test.step('and the two companies connect', async () => {
    const a = consoleOf(page.a, COMPANIES.a)
    const b = consoleOf(page.b, COMPANIES.b)
    const name = 'By the update set'
    const names = { localShortName: 'Own', remoteShortName: 'Vendor', name }
    const code = await initiate(a, { destinationUrl: instanceUrl(COMPANIES.b), ...names })
    await pasteCode(b, code)
    await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(b.page.getByText('Connection is established').first()).toBeVisible()
    for (const side of [a, b]) {
      await side.openConsole('/connections')
      await expect(side.row(name)).toContainText('Active', { timeout: 60_000 })
    }
  })
})
