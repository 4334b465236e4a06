import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { type Demo, startDemo } from './demo-process.ts'
import { recordsOf, type Row } from './incidents.ts'
import { authorOf, prepareRules } from './prepared-rules.ts'
import { expect, test } from './stories.ts'

/** What differs between the two tellings; `map`: the line of the incoming template before which words of the other side stand. */
const TELLINGS = [
  { language: 'en', table: 'incident', arrows: 0, map: 53, wrong: 'Waiting', right: 'On Hold' },
  { language: 'de', table: 'problem', arrows: 1, map: 48, wrong: 'Analysis', right: 'Root Cause Analysis' },
] as const

/** The first line inside of the first condition of each incoming template. */
const INSIDE = 8
/** Of both outgoing templates, the first line behind what they begin with. */
const LABELS = 7
const MISTAKE = 'broken on purpose'
/** More pairs than there are: the number itself differs from run to run. */
const MANY = 9999
const NOTE = 'Labels go along'

let demo: Demo
let directory: string
let calls: APIRequestContext

test.beforeAll(async ({ playwright }) => {
  test.setTimeout(600_000)
  directory = mkdtempSync(path.join(tmpdir(), 'accord-rules-story-'))
  demo = await startDemo(directory, ['--port-base', '4960', '--scheduler-delay', '0'])
  calls = await playwright.request.newContext()
})
test.afterAll(async () => {
  await calls.dispose()
  await demo.stop()
  rmSync(directory, { recursive: true, force: true })
})

for (const telling of TELLINGS)
  test(`a mapping is written, warned of, tried, published, broken and corrected by keyboard alone: ${telling.language}`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    const { language, table, arrows, map, wrong, right } = telling
    const [one, other] = demo.companies
    // Each tells of another company, so that no reader's language changes while a page of theirs is open.
    const [here, there] = language === 'en' ? [one, other] : [other, one]
    const sides = { here, there, local: `Here ${language}`, remote: `There ${language}` }
    const place = await prepareRules(browser, telling, sides)
    const author = await authorOf(browser, language, sides)
    const { keys, page, t } = author
    const [ours, theirs] = [recordsOf(calls, here, table), recordsOf(calls, there, table)]
    /** Of the list of pairs: where the other side's records are these, and the pair stands so. */
    const rowsOf = (opened: readonly Row[], status: string) =>
      page
        .getByRole('row')
        .filter({ hasText: new RegExp(opened.map(({ number }) => number).join('|')) })
        .filter({ hasText: t(status) })

    await test.step('a template is chosen, and published', async () => {
      await page.goto(place)
      await keys.turnTo(t('connection.tabs.sync'))
      await keys.press(author.button('sync.configure'))
      await expect(page.getByRole('heading', { name: t('configure.title') })).toBeVisible()
      await keys.to(page.getByRole('radio', { name: t('configure.template.names.incident'), exact: true }))
      for (let at = 0; at < arrows; at++) await page.keyboard.press('ArrowRight')
      const chosen = page.getByRole('radio', { name: t(`configure.template.names.${table}`), exact: true })
      await expect(chosen).toBeChecked()
      await expect(chosen).toBeFocused()
      await author.look()
      await author.publish({ asks: false })
    })

    const records = await test.step('three records are sent', async () => {
      const opened: Row[] = []
      for (const about of ['mail', 'printers', 'lifts'])
        opened.push(await ours.open({ short_description: `About ${about}` }))
      for (const { number } of opened) await theirs.until(`correlation_id=${number}`)
      return opened.map(({ number }) => number ?? '')
    })

    await test.step('a choice that does not exist is named on its line, before anybody meets it', async () => {
      await author.write('incoming', `'Awaiting Vendor': '${wrong}',`, map)
      const warning = page.getByText(
        new RegExp(t('scriptFaults.choice_unknown.text', { field: '.*state', word: '.*', words: '.*' })),
      )
      await expect(warning.first()).toBeVisible()
      await page.keyboard.press('F8')
      await author.look()
      await keys.press(author.button('configure.scripts.goTo'))
      await expect(page.getByRole('textbox', { name: t('configure.scripts.incoming') })).toBeFocused()
      await author.editor('incoming')
      await page.keyboard.press('Control+Home')
      for (let line = 1; line < map; line++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Home')
      await page.keyboard.press('Shift+End')
      await page.keyboard.type(`'Awaiting Vendor': '${right}',`)
      await expect(warning).toHaveCount(0)
    })
    await test.step('the draft is tried on three records', async () => {
      await author.write('outgoing', "replica.labels = ['by keyboard']", LABELS)
      for (const record of records) {
        const panel = await author.tryOn(record)
        await expect(panel.getByRole('row', { name: /^labels .*by keyboard/ })).toBeVisible()
      }
      await author.look()
    })

    await test.step('what it would change is known, and it is published with a note', async () => {
      const panel = author.panel(t('shadow.title'))
      await keys.press(panel.getByRole('button', { name: t('shadow.run') }))
      const others = t('shadow.kind.changes', { count: MANY, remote: sides.remote })
      await expect(panel.getByText(new RegExp(`${others.replace(String(MANY), '\\d+')}: /labels\\.`))).toBeVisible()
      await keys.expectFocusKept()
      await author.look()
      await author.publish({ asks: true, note: NOTE })
    })

    const held = await test.step('a broken script is published, and what comes in waits', async () => {
      await author.write('incoming', `throw new Error('${MISTAKE}')`, INSIDE)
      await author.publish({ asks: false })
      const opened = [await theirs.open({ short_description: 'One' }), await theirs.open({ short_description: 'Two' })]
      await keys.press(author.button('configure.toPairs'))
      await expect(rowsOf(opened, 'sync.statuses.held')).toHaveCount(opened.length, { timeout: 60_000 })
      await author.look()
      await keys.press(rowsOf(opened, 'sync.statuses.held').first().getByRole('link').last())
      await expect(page.getByText(MISTAKE).first()).toBeVisible()
      await author.look()
      return opened
    })

    await test.step('the line is corrected and published, and the rest goes through by itself', async () => {
      await keys.press(page.getByRole('link', { name: t('sync.fault.openLine') }).first())
      const editor = page.getByRole('textbox', { name: t('configure.scripts.incoming') })
      await expect(editor).toBeFocused()
      await page.keyboard.press('Backspace')
      await expect(editor).not.toContainText(MISTAKE)
      await author.publish({ asks: false, note: 'Takes the mistake out' })
      await keys.press(author.button('configure.toPairs'))
      await expect(rowsOf(held, 'sync.statuses.synced')).toHaveCount(held.length, { timeout: 60_000 })
      for (const { number } of held) await ours.until(`correlation_id=${number}`)
      await author.look()
    })
    await keys.expectNoPointer()
  })
