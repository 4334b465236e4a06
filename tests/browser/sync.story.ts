import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { CompanyPage, initiate, pasteCode } from './company-page.ts'
import { ConsolePage } from './console-page.ts'
import { type Demo, type DemoCompany, startDemo } from './demo-process.ts'
import { incidentsOf, type Row } from './incidents.ts'
import { seeOverview } from './overview-page.ts'
import { expectGerman } from './page-language.ts'
import { preferLanguage } from './preferred-language.ts'
import { lookAtEverySize } from './screens.ts'
import { countEffort, readEffort } from './set-up-measure.ts'
import { expect, test } from './stories.ts'
import { writeLine } from './write-script.ts'

const CLICKS_MAX = 8
const CHANGES = 5
/** The first line inside of the template's incoming function. */
const INSIDE = 8
/** Of the outgoing script: the one that closes it. */
const LAST_LINE = 17
/** Why the corrected script was published. */
const REASON = 'Lets through what was held'
const PICTURES = 'docs/images'
/** From the page of the button to *Published*; answers how many clicks it took. */
async function configure(page: Page, picture?: string): Promise<number> {
  const before = (await readEffort(page)).clicks
  await expect(page.getByRole('heading', { name: 'Configure Sync' })).toBeVisible()
  await expect(page.getByText('accord.sync').first()).toBeVisible()
  await expectAccessible(page)
  if (picture) await page.screenshot({ path: `${PICTURES}/${picture}.png` })
  await page.getByRole('button', { name: 'Allow and publish' }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
  await expect(page.getByText(/^\d+ records? match(es)? now\./)).toBeVisible()
  return (await readEffort(page)).clicks - before
}

/** Of a form in a tab of its own. */
async function photograph(page: Page, url: string, picture: string): Promise<void> {
  const form = await page.context().newPage()
  await form.setViewportSize({ width: 1180, height: 780 })
  await form.goto(url)
  await expect(form.locator('form').first()).toBeVisible()
  await expect(form.getByText('We look into it.').first()).toBeInViewport()
  await form.screenshot({ path: `${PICTURES}/${picture}.png` })
  await form.close()
}

test.describe('two companies with a scheduler that is on time', () => {
  // One story in parts, each with its own time: what one part has made the next one goes on with.
  test.describe.configure({ mode: 'serial', timeout: 300_000 })
  const name = 'Alpha syncs Beta'
  let demo: Demo
  let directory: string
  let companyA: DemoCompany
  let companyB: DemoCompany
  let a: CompanyPage
  let b: CompanyPage
  let calls: APIRequestContext
  let ours: ReturnType<typeof incidentsOf>
  let theirs: ReturnType<typeof incidentsOf>
  let incident: Row
  let late: Row

  test.beforeAll(async ({ browser, playwright }) => {
    test.setTimeout(600_000)
    directory = mkdtempSync(path.join(tmpdir(), 'accord-sync-story-'))
    const kept = { ACCORD_SYNC_KEEP_MESSAGES_DAYS: '7' }
    demo = await startDemo(directory, ['--port-base', '4810', '--scheduler-delay', '0'], kept)
    ;[companyA, companyB] = demo.companies
    calls = await playwright.request.newContext()
    ;[ours, theirs] = [incidentsOf(calls, companyA), incidentsOf(calls, companyB)]
    const openAs = async (company: DemoCompany) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
      const person = new CompanyPage(await context.newPage(), company)
      await countEffort(person.page)
      await person.logIn()
      return person
    }
    ;[a, b] = [await openAs(companyA), await openAs(companyB)]
  })
  test.afterAll(async () => {
    await Promise.all([a, b].map((person) => person.page.context().close()))
    await calls.dispose()
    await demo.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  test('both configure sync with few clicks; an incident of A is opened at B, and a comment goes back', async () => {
    await test.step('they connect, and B goes on to Configure Sync', async () => {
      const names = { localShortName: 'Alpha', remoteShortName: 'Beta', name }
      const code = await initiate(a, { destinationUrl: companyB.instanceUrl, ...names })
      await pasteCode(b, code)
      await b.page.getByRole('button', { name: 'Accept', exact: true }).click()
      await b.page.getByRole('button', { name: 'Configure Sync' }).click()
      expect(await configure(b.page)).toBeLessThanOrEqual(CLICKS_MAX)
    })

    await test.step('A does the same', async () => {
      await a.openConsole('/connections')
      await a.row(name).getByRole('link').first().click()
      await a.page.getByRole('tab', { name: 'Sync' }).click()
      await a.page.getByRole('button', { name: 'Configure Sync' }).click()
      await lookAtEverySize(a.page, 'configure-sync')
      expect(await configure(a.page, 'configure-sync')).toBeLessThanOrEqual(CLICKS_MAX)
      await expect(a.page.getByText('ready: takes what you send')).toBeVisible({ timeout: 45_000 })
    })

    incident = await test.step('an incident that is opened at A is opened at B', async () => {
      const opened = await ours.open({ short_description: 'The mail gateway is down', impact: '1', urgency: '1' })
      await theirs.until(`correlation_id=${opened['number']}`)
      return opened
    })

    await test.step('a comment of B comes back to A, and a work note stays', async () => {
      const copy = await theirs.until(`correlation_id=${incident['number']}`)
      await theirs.change(copy['sys_id'] ?? '', { work_notes: 'between us', comments: 'We look into it.' })
      await ours.until(
        `element_id=${incident['sys_id']}^element=comments^valueLIKEWe look into it.`,
        'sys_journal_field',
      )
      expect(await ours.rows('sys_journal_field', `element_id=${incident['sys_id']}^valueLIKEbetween us`)).toEqual([])
    })

    await test.step('people see it in the forms of both companies', async () => {
      await photograph(a.page, `${companyA.instanceUrl}/incident.do?sys_id=${incident['sys_id']}`, 'incident-at-a')
      const copy = await theirs.until(`correlation_id=${incident['number']}`)
      await photograph(b.page, `${companyB.instanceUrl}/incident.do?sys_id=${copy['sys_id']}`, 'incident-at-b')
    })

    await test.step('how long it takes from saving at A to reading at B', async () => {
      const tookMs: number[] = []
      for (let change = 0; change < CHANGES; change++) {
        const text = `The mail gateway is down, seen ${change}`
        await ours.change(incident['sys_id'] ?? '', { short_description: text })
        const savedAt = performance.now()
        await theirs.until(`correlation_id=${incident['number']}^short_description=${text}`)
        tookMs.push(performance.now() - savedAt)
      }
      const p50 = tookMs.toSorted((one, other) => one - other)[Math.floor(CHANGES / 2)] ?? 0
      // For whoever reads the run; how fast a machine is decides no test.
      process.stdout.write(
        `From saving at A to reading at B: p50 ${Math.round(p50)} ms of ${CHANGES} changes, scheduler delay 0\n`,
      )
    })
  })

  test('the tab shows the pairs as they come, the history of each, and whether both sides hold the same', async () => {
    await test.step('the tab shows a new pair by itself: no reload, and the focus stays', async () => {
      await a.page.getByRole('button', { name: 'Show the pairs' }).click()
      const filter = a.page.getByRole('combobox', { name: 'State' })
      await filter.focus()
      await a.page.evaluate('window.notReloaded = true')
      late = await ours.open({ short_description: 'Opened while somebody looks' })
      await expect(a.page.getByRole('link', { name: late['number'] ?? '' }).first()).toBeVisible({ timeout: 60_000 })
      await expect(filter).toBeFocused()
      expect(await a.page.evaluate('window.notReloaded')).toBe(true)
    })

    await test.step('the tab shows both numbers, and the pair its history', async () => {
      // The other side may have given the same number to another one.
      const row = a.page.locator(`tr:has(td:first-child a:text-is("${incident['number']}"))`)
      await expect(row.getByText('In sync')).toBeVisible()
      await expect(row.getByRole('link', { name: /^INC/ })).toHaveCount(2)
      await lookAtEverySize(a.page, 'connection-pairs')
      await a.page.screenshot({ path: `${PICTURES}/connection-sync.png` })
      await row.getByRole('link', { name: /^History/ }).click()
      await expect(a.page.getByText('Written at the other side').first()).toBeVisible()
      await lookAtEverySize(a.page, 'sync-pair')
    })

    await test.step('a change has one trace id at both companies, and runs once more as a test', async () => {
      const change = a.page.getByRole('listitem').filter({ hasText: 'state to Beta, no. 1' })
      await expect(change.getByText('Record read')).toBeVisible()
      await expect(change.getByText(/\d\d:\d\d:\d\d[.,]\d{3}/).first()).toBeVisible()
      await change.getByRole('button', { name: 'Copy the trace id' }).click()
      const mid = await a.page.evaluate('navigator.clipboard.readText()')
      await change.getByRole('button', { name: 'Replay as a test: message no. 1' }).press('Enter')
      const replay = a.page.getByRole('dialog', { name: 'Replay as a test' })
      await replay.getByRole('button', { name: 'Run' }).click()
      await expect(replay.getByText(/has all of .* already/)).toBeVisible()
      await lookAtEverySize(a.page, 'sync-pair-replay')
      await replay.getByRole('button', { name: 'Close' }).click()
      await change.getByRole('button', { name: 'What it said: message no. 1' }).click()
      const said = a.page.getByRole('dialog', { name: 'What it said' })
      await expect(said).toContainText('The mail gateway is down')
      await lookAtEverySize(a.page, 'sync-pair-message')
      await said.getByRole('button', { name: 'Close' }).click()
      await b.openConsole('/queue')
      const copy = await theirs.until(`correlation_id=${incident['number']}`)
      await b.page.getByLabel('Number of a record').fill(copy['number'] ?? '')
      await b.page.keyboard.press('Enter')
      await b.page
        .getByRole('row')
        .filter({ hasText: incident['number'] ?? '' })
        .getByRole('link', { name: /^History/ })
        .click()
      await expect(b.page.getByRole('listitem').filter({ hasText: String(mid) })).toContainText('Written here')
      await expect(b.page.getByRole('region', { name: 'Last plan' })).toContainText(/The mail gateway is down, seen/)
      await lookAtEverySize(b.page, 'sync-pair-received')
    })

    await test.step('the form of the incident leads to its own page: with whom it is in sync, and what can be done', async () => {
      const page = await a.page.context().newPage()
      await page.goto(`${companyA.instanceUrl}/incident.do?sys_id=${incident['sys_id']}`)
      await page.getByRole('button', { name: 'Accord', exact: true }).click()
      await expect(page.getByRole('heading', { name: `Sync of this record: ${incident['number']}` })).toBeVisible()
      await expect(page.getByText('In sync')).toBeVisible()
      await lookAtEverySize(page, 'record')
      await page.screenshot({ path: `${PICTURES}/record.png` })
      await page.getByRole('button', { name: 'Sync now' }).click()
      await expect(page.getByText('The record is looked at now; what has changed is sent.')).toBeVisible()
      await page.getByRole('button', { name: 'Show the sync pairs below these forms' }).press('Enter')
      await expect(page.getByText('The list Sync pairs stands below the forms of this table now.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Take the list Sync pairs off these forms' })).toBeFocused()
      await page.getByRole('link', { name: 'Unlink' }).click()
      await expect(page.getByRole('dialog', { name: 'Unlink' })).toBeVisible()
      await page.goto(`${companyA.instanceUrl}/incident.do?sys_id=${incident['sys_id']}`)
      await expect(page.getByRole('region', { name: 'Sync pairs' }).getByText('In sync')).toBeVisible()
      await page.close()
    })

    await test.step('records that stood at both sides are found by a rule, and nothing is connected before it was seen', async () => {
      const { page } = a
      await page.goBack()
      await page
        .locator(`tr:has(td:first-child a:text-is("${late['number']}"))`)
        .getByRole('link', { name: /^History/ })
        .click()
      await page.getByRole('button', { name: 'Unlink' }).click()
      await page.getByRole('dialog', { name: 'Unlink' }).getByRole('button', { name: 'Unlink' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.goBack()
      await page.getByRole('button', { name: 'Connect a list' }).press('Enter')
      const list = page.getByRole('dialog', { name: 'Connect a list' })
      await list.getByText('Find them by a rule').click()
      await list.getByLabel('Fields here').fill('short_description, number')
      await expect(list.getByText('Name as many as above.')).toBeVisible()
      await list.getByLabel('Fields here').fill('short_description')
      await list.getByLabel(/^What Beta sends/).fill('summary')
      // Until the other side has received that it ended.
      await expect(async () => {
        await list.getByRole('button', { name: 'Find them' }).press('Enter')
        await expect(list.getByText(/^Found: 1\. Doubled, and so left out: 0\./)).toBeVisible({ timeout: 5000 })
      }).toPass({ timeout: 60_000 })
      await list.getByRole('button', { name: 'Check the list' }).click()
      await expect(list.getByText('Nothing is connected yet')).toBeVisible()
      await lookAtEverySize(page, 'connect-by-rule')
      await list.getByRole('button', { name: 'Connect 1 line' }).press('Enter')
      await expect(list.getByText('The list was worked off')).toBeVisible()
      await list.getByRole('button', { name: 'Close' }).click()
    })

    await test.step('both sides are compared on request, and hold the same', async () => {
      await a.openConsole('/connections')
      await a.row(name).getByRole('link').first().click()
      await a.page.getByRole('tab', { name: 'Diagnostics' }).click()
      await a.page.getByRole('button', { name: 'Compare now' }).click()
      await expect(async () => {
        await a.page.getByRole('button', { name: 'Compare again' }).click()
        await expect(a.page.getByText(/pairs are the same at both sides/)).toBeVisible({ timeout: 45_000 })
      }).toPass({ timeout: 180_000 })
      await lookAtEverySize(a.page, 'connection-compared')
      await a.page.getByRole('tab', { name: 'Sync' }).click()
    })
  })

  test('a script is written, tried on a record and on all pairs before it is published', async () => {
    await test.step('a script is written with suggestions, and a mistake is named on its line before it is published', async () => {
      await a.page.getByRole('button', { name: 'Configure Sync' }).click()
      await writeLine(a.page, 'Outgoing script', 'replica.status = entity.stat')
      // By click: a key that comes right after the list has opened is meant for the text, and the editor takes it so.
      await a.page.getByRole('option', { name: /^state/ }).click()
      const mistake = a.page.getByText(/entity\.state is a choice, not a text\. Take entity\.state\.label/)
      await expect(mistake.first()).toBeVisible()
      await a.page.screenshot({ path: `${PICTURES}/script-editor.png` })
      await lookAtEverySize(a.page, 'script-editor')
      await a.page.keyboard.type('.')
      await expect(a.page.getByRole('option', { name: /^label/ })).toBeVisible()
      await a.page.keyboard.type('label')
      await a.page.keyboard.press('Escape')
      await expect(mistake).toHaveCount(0)
      await a.page.getByRole('button', { name: 'Take back my changes' }).click()
      await expect(a.page.getByText('Everything is published').first()).toBeVisible()
    })

    await test.step('a draft is tried on a real record: what it would send, and what it would write of that', async () => {
      const panel = a.page.getByRole('region', { name: 'Try it' })
      await panel.getByRole('combobox', { name: 'Record of Alpha' }).fill(incident['number'] ?? '')
      await a.page.keyboard.press('Enter')
      await expect(
        panel.getByText(`Beta has all of ${incident['number']} already: nothing would be sent`),
      ).toBeVisible()
      await expect(panel.getByRole('row', { name: /^summary The mail gateway is down/ })).toBeVisible()
      await lookAtEverySize(a.page, 'test-run-outgoing')
      await panel.getByRole('button', { name: 'Use this as what comes in' }).click()
      await panel.getByRole('button', { name: 'Run' }).click()
      await expect(panel.getByText('A record would be created with this')).toBeVisible()
      await expect(panel.getByRole('row', { name: /^Short description/ })).toBeVisible()
      await a.page.screenshot({ path: `${PICTURES}/test-run.png` })
      await lookAtEverySize(a.page, 'test-run-incoming')
    })

    await test.step('what a draft would change is known before it is published, and publishing asks where that is much', async () => {
      const { page } = a
      await page.getByRole('tab', { name: 'Outgoing script' }).click()
      await writeLine(page, 'Outgoing script', 'replica.summary = "Ticket: " + entity.short_description', LAST_LINE)
      const panel = page.getByRole('region', { name: 'What it would change' })
      await panel.getByRole('button', { name: 'Try it on all pairs' }).click()
      await expect(panel.getByText(/would be sent to Beta otherwise: \/summary\./)).toBeVisible()
      await lookAtEverySize(page, 'shadow-run')
      await page.getByRole('button', { name: 'Publish', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Publish this?' })
      await expect(dialog.getByText('More than a tenth of the pairs would change at Beta.')).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Back to the scripts' })).toBeFocused()
      await lookAtEverySize(page, 'shadow-run-asks')
      await page.screenshot({ path: `${PICTURES}/shadow-run.png` })
      await dialog.getByRole('button', { name: /^Look at / }).click()
      const tried = page.getByRole('region', { name: 'Try it' })
      await expect(tried.getByRole('row', { name: /^summary Ticket: .* new$/ })).toBeVisible()
      await page.getByRole('button', { name: 'Take back my changes' }).click()
      await expect(page.getByText('Everything is published').first()).toBeVisible()
    })
  })

  test('a broken script holds a message, and the corrected one lets it go; both stay as versions', async () => {
    await test.step('a broken script holds a message; the corrected one is tried on that very message, and lets it go', async () => {
      const { page } = a
      const publish = async () => {
        await page.getByRole('button', { name: 'Publish', exact: true }).click()
        await expect(page.getByText(/^Published\./)).toBeVisible()
      }
      await page.getByRole('tab', { name: 'Incoming script' }).click()
      await writeLine(page, 'Incoming script', "throw new Error('not this one')", INSIDE)
      await publish()
      const held = await theirs.open({ short_description: 'Held at A' })
      await page.getByRole('button', { name: 'Show the pairs' }).click()
      const row = page
        .getByRole('row')
        .filter({ hasText: held['number'] ?? '' })
        .filter({ hasText: 'Waiting for you' })
      await expect(row).toBeVisible({ timeout: 60_000 })
      await a.openConsole('/queue')
      const cause = page.getByRole('listitem').filter({ hasText: name })
      await expect(cause).toContainText(/^1 × /)
      await lookAtEverySize(page, 'queue')
      await page.screenshot({ path: `${PICTURES}/queue.png` })
      await seeOverview(a, name, `${PICTURES}/overview.png`)
      await page
        .getByRole('region', { name: 'Needs a person now' })
        .getByRole('link', { name: `${name}: 1 record waits` })
        .click()
      await expect(row).toBeVisible()
      await page.getByRole('button', { name: 'Skip all' }).press('Enter')
      const bulk = page.getByRole('dialog', { name: 'Skip all' })
      await expect(bulk.getByText('One pair is meant.')).toBeVisible()
      await lookAtEverySize(page, 'queue-bulk')
      await bulk.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Retry all' }).click()
      await page.getByRole('button', { name: 'Retry all: 1' }).click()
      await expect(page.getByText('Retry all: 1 of 1 pairs, done with 1')).toBeVisible({ timeout: 60_000 })
      await lookAtEverySize(page, 'queue-bulk-done')
      await row.getByRole('link', { name: /^History/ }).click()
      await page.getByRole('button', { name: 'Replay as a test: message no. 1' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Run' }).click()
      await expect(page.getByRole('dialog').getByText(/not this one/)).toBeVisible()
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await page.getByRole('link', { name: 'Try the scripts on this message' }).click()
      const panel = page.getByRole('region', { name: 'Try it' })
      await expect(panel.getByRole('radio', { name: 'A message of Beta' })).toBeChecked()
      await panel.getByRole('button', { name: 'Run' }).click()
      await expect(panel.getByText(/not this one/)).toBeVisible()
      await page.getByRole('tab', { name: 'Incoming script' }).click()
      await writeLine(page, 'Incoming script', '// ', INSIDE)
      await page.keyboard.press('Delete')
      await panel.getByRole('button', { name: 'Run' }).click()
      await expect(panel.getByText('A record would be created with this')).toBeVisible()
      await expect(panel.getByRole('row', { name: /^Short description .* Held at A/ })).toBeVisible()
      await lookAtEverySize(page, 'test-run-waiting')
      await page.getByLabel('Why (for the versions below)').fill(REASON)
      await publish()
      await ours.until('short_description=Held at A')
    })

    await test.step('what was published stays, with its reason: a version is compared, and published again', async () => {
      const { page } = a
      const panel = page.getByRole('region', { name: 'Versions' })
      await panel.getByRole('button', { name: 'Show the versions' }).click()
      const row = panel.getByRole('row').filter({ hasText: REASON })
      await expect(row.getByText('Counts now')).toBeVisible()
      const broken = panel.getByRole('row').nth(2)
      await broken.getByRole('button', { name: 'Compare' }).click()
      await expect(panel.getByRole('textbox', { name: /^What changed since version/ })).toBeVisible()
      await expect(panel.getByText("throw new Error('not this one')").first()).toBeVisible()
      await lookAtEverySize(page, 'versions')
      await page.screenshot({ path: `${PICTURES}/versions.png` })
      const first = panel.getByRole('row').last()
      await first.getByRole('button', { name: 'Go back to this' }).click()
      await expect(panel.getByText(/^Back to what was published on/)).toBeVisible()
      await expect(page.getByText('Everything is published').first()).toBeVisible()
    })
  })

  test('the same pages on the console of the node: in the dark, and in German', async ({ browser }) => {
    await test.step('the pages', async () => {
      const page = await (await browser.newContext()).newPage()
      const node = new ConsolePage(page, companyA.nodeUrl)
      await node.setPassword(companyA.consoleLink ?? '')
      await node.openConsole('/connections')
      await node.row(name).getByRole('link').first().click()
      await page.getByRole('tab', { name: 'Sync' }).click()
      await page.getByRole('button', { name: 'Configure Sync' }).click()
      await expect(page.getByText('Everything is published')).toBeVisible()
      await lookAtEverySize(page, 'node-configure-sync')
      await page.getByRole('button', { name: 'admin', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Deutsch' }).click()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('heading', { name: 'Sync einrichten' })).toBeVisible()
      await lookAtEverySize(page, 'node-configure-sync-de')
      await writeLine(page, 'Ausgehendes Skript', 'entity.short_description = "x"')
      await expect(page.getByText(/Das ausgehende Skript liest short_description nur/).first()).toBeVisible()
      // The arrow keys choose among suggestions while the focus stays in the editor; the rule wants a focus of their own.
      await page.keyboard.press('Escape')
      await lookAtEverySize(page, 'node-script-editor-de')
      await page.getByRole('button', { name: 'Meine Änderungen zurücknehmen' }).click()
      await expect(page.getByText('Alles ist veröffentlicht').first()).toBeVisible()
      // What counts again is lost by nobody: leaving does not ask, even before the node has ended the draft.
      await page.getByRole('link', { name: /Zurück zu/ }).click()
      await expect(page.getByRole('link', { name: /^Verlauf von/ }).first()).toBeVisible()
      await lookAtEverySize(page, 'node-pairs-de')
      // The one that was sent from here; in which order they moved last is another matter.
      await page.getByRole('link', { name: `Verlauf von ${incident['number']}`, exact: true }).click()
      await expect(page.getByText('Auf der anderen Seite geschrieben').first()).toBeVisible()
      await lookAtEverySize(page, 'node-pair-de')
      await expectGerman(page)
      await page.goBack()
      await page.getByRole('button', { name: 'Eine Liste verbinden' }).click()
      await page.getByText('Nach einer Regel finden').click()
      await lookAtEverySize(page, 'node-connect-by-rule-de')
      await expectGerman(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Abbrechen' }).click()
      await node.openConsole('/queue')
      await expect(page.getByText('Alle erneut versuchen: 1 von 1 Paaren, getan mit 1')).toBeVisible()
      await lookAtEverySize(page, 'node-queue-de')
      await expectGerman(page)
    })

    await test.step('the page of a record and the page of its pair, for who reads German on the instance', async () => {
      await preferLanguage(a.page, companyA, 'de')
      const page = await a.page.context().newPage()
      await page.goto(`${companyA.instanceUrl}/incident.do?sys_id=${incident['sys_id']}`)
      await page.getByRole('button', { name: 'Accord', exact: true }).click()
      await expect(page.getByRole('heading', { name: `Sync dieses Datensatzes: ${incident['number']}` })).toBeVisible()
      await expect(page.getByText('Abgeglichen').first()).toBeVisible()
      await lookAtEverySize(page, 'record-de')
      await expectGerman(page)
      await page.getByRole('link', { name: 'Trennen' }).click()
      await expect(page.getByRole('dialog', { name: 'Trennen' })).toBeVisible()
      await expectGerman(page)
      await preferLanguage(a.page, companyA, '')
    })
  })
})
