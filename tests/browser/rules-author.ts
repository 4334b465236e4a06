import type { Locator } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { KeyboardPerson } from './by-keyboard.ts'
import { expectGerman, type Language, textsOf } from './page-language.ts'
import { expect } from './stories.ts'
import { typeLine } from './write-script.ts'

export type Direction = 'outgoing' | 'incoming'

/** Somebody who writes rules on *Configure Sync*, by keyboard alone and in one language. */
export class RulesAuthor {
  readonly keys: KeyboardPerson
  readonly language: Language
  readonly t: Awaited<ReturnType<typeof textsOf>>
  readonly local: string
  readonly remote: string

  constructor(keys: KeyboardPerson, language: Language, t: RulesAuthor['t'], names: { local: string; remote: string }) {
    this.keys = keys
    this.language = language
    this.t = t
    this.local = names.local
    this.remote = names.remote
  }

  get page() {
    return this.keys.page
  }

  /** The page as it stands can be read by everybody, and in the reader's language. */
  async look(): Promise<void> {
    await expectAccessible(this.page)
    if (this.language === 'de') await expectGerman(this.page)
  }

  panel(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true })
  }

  button(key: string): Locator {
    return this.keys.button(this.t(key))
  }

  async editor(direction: Direction): Promise<Locator> {
    await this.keys.turnTo(this.t(`configure.scripts.${direction}`))
    const editor = this.page.getByRole('textbox', { name: this.t(`configure.scripts.${direction}`) })
    await expect(editor).toHaveAttribute('contenteditable', 'true')
    await this.keys.to(editor)
    return editor
  }

  /** On a line of its own. */
  async write(direction: Direction, text: string, atLine: number): Promise<void> {
    await this.editor(direction)
    await typeLine(this.page, text, atLine)
  }

  /** Answers where the result of a test run stands. */
  async tryOn(record: string): Promise<Locator> {
    const panel = this.panel(this.t('testRun.title'))
    await this.keys.fill(panel.getByRole('combobox'), record)
    await this.page.keyboard.press('Enter')
    await expect(panel.getByText(this.t('testRun.wouldSend', { key: record, remote: this.remote }))).toBeVisible()
    await this.keys.expectFocusKept()
    return panel
  }

  /** Presses the button; a yes where the page asks; waits until it counts. */
  async publish({ asks, note }: { asks: boolean; note?: string }) {
    if (note) await this.keys.fill(this.page.getByLabel(this.t('versions.note')), note)
    // The first time on a table it opens sync access as well.
    const names = [this.t('configure.publish'), this.t('configure.allowAndPublish')]
    await this.keys.press(this.keys.button(new RegExp(`^(?:${names.join('|')})$`)))
    if (asks) {
      const dialog = this.page.getByRole('dialog', { name: this.t('shadow.askTitle') })
      await expect(dialog.getByRole('button', { name: this.t('shadow.back') })).toBeFocused()
      await this.look()
      await this.keys.press(dialog.getByRole('button', { name: this.t('shadow.publish') }))
      await expect(dialog).toHaveCount(0)
    }
    await expect(this.page.getByText(this.t('configure.done', { local: this.local }))).toBeVisible()
    await this.keys.expectFocusKept()
  }
}
