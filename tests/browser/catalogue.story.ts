import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { CONSOLE_CALLS } from '@accord/shared/contracts'
import { DEFAULT_API_BASE, ERROR_CODES, type ErrorCode } from '@accord/shared/protocol'
import type { Route } from '@playwright/test'

import { problemOf } from '../../node-bridge/src/http/problem.ts'
import { Refusal } from '../../node-bridge/src/refusals/refusal.ts'
import { HOST_CODES, type HostCode } from '../../console/src/host/refusal.ts'
import { de } from '../../console/src/i18n/de/index.ts'
import { en } from '../../console/src/i18n/en/index.ts'
import { expectAccessible } from './accessible.ts'
import { CompanyPage } from './company-page.ts'
import { startDemo, type Demo } from './demo-process.ts'
import { startRefusingProxy, type Fate, type RefusingProxy } from './refusing-proxy.ts'
import { expect, test } from './stories.ts'
import { preferLanguage } from './preferred-language.ts'

/** A demo of its own: its instance speaks to its node through a proxy that refuses in the node's own words. */
let directory = ''
let demo: Demo
let proxy: RefusingProxy

test.beforeAll(async () => {
  test.setTimeout(600_000)
  directory = mkdtempSync(path.join(tmpdir(), 'accord-catalogue-story-'))
  demo = await startDemo(directory, ['--no-pairing', '--port-base', '4860'])
  proxy = await startRefusingProxy(demo.companies[0].nodeUrl)
})
test.afterAll(async () => {
  await proxy.close()
  await demo.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** What the instance makes out of other failures than a node's refusal, as the failure itself. */
const REAL: Partial<Record<ErrorCode, Fate>> = { node_unreachable: 'lost', protocol_violation: 'a page of a proxy' }

/** A node's 401 means to the instance that it is not paired, whatever its code: those are refused one step later. */
const fateOf = (code: ErrorCode): Fate => REAL[code] ?? (ERROR_CODES[code].status === 401 ? 'through' : { code })

const PREVIEW = `**${DEFAULT_API_BASE}${CONSOLE_CALLS.previewInvitation.path}`

/** The instance's answers that are no problem document, as the platform gives them. */
const BY_HOST: Readonly<Record<HostCode, (route: Route) => Promise<void>>> = {
  session_ended: (route) =>
    route.fulfill({ status: 401, json: { error: { message: 'User Not Authenticated' }, status: 'failure' } }),
  network_failed: (route) => route.abort(),
  answer_unreadable: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Hibernating</h1>' }),
  platform_refused: (route) =>
    route.fulfill({ status: 400, json: { error: { message: 'Invalid table', detail: '' }, status: 'failure' } }),
}

const byInstance = (code: ErrorCode) => (route: Route) => {
  const problem = problemOf(new Refusal(code), 'a-request-of-the-story')
  return route.fulfill({ status: problem.status, json: { result: problem } })
}

async function pairThroughTheProxy({ page, company }: CompanyPage): Promise<void> {
  const pairingCode = (company.pairingCode ?? '').replace(company.nodeUrl, proxy.url)
  const answer = await page.request.post(company.instanceUrl + DEFAULT_API_BASE + CONSOLE_CALLS.pairNode.path, {
    headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
    data: { pairingCode },
  })
  expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining(proxy.url)])
}

test('every refusal is shown with its text, who acts and its remedy, in both languages', async ({
  openAs,
  browser,
}) => {
  test.setTimeout(300_000)
  const english = await openAs(demo.companies[0])
  await pairThroughTheProxy(english)
  const context = await browser.newContext({ locale: 'de-DE' })
  const german = new CompanyPage(await context.newPage(), demo.companies[0])
  await german.logIn()
  for (const [admin, texts, language] of [
    [english, en, ''],
    [german, de, 'de'],
  ] as const) {
    const { page } = admin
    await preferLanguage(page, demo.companies[0], language)
    await admin.openConsole('/accept')
    await page.getByRole('textbox').first().fill('a text that the story decides about')
    for (const code of [...Object.keys(ERROR_CODES), ...HOST_CODES] as (ErrorCode | HostCode)[])
      await test.step(`${code}: ${texts.problems[code].title}`, async () => {
        const isHost = code in BY_HOST
        const fate = isHost ? 'through' : fateOf(code as ErrorCode)
        proxy.fate = fate
        if (fate === 'through')
          await page.route(PREVIEW, isHost ? BY_HOST[code as HostCode] : byInstance(code as ErrorCode))
        await page.getByRole('button', { name: texts.common.next, exact: true }).click()
        const alert = page.getByRole('alert').filter({ hasText: texts.problems[code].title })
        await expect(alert).toContainText(texts.problems[code].remedy)
        if (!isHost)
          await expect(alert).toContainText(texts.common.responsible[ERROR_CODES[code as ErrorCode].responsible])
        await page.unroute(PREVIEW)
      })
    await expectAccessible(page)
  }
  await preferLanguage(english.page, demo.companies[0], '')
  proxy.fate = 'through'
  await context.close()
})
