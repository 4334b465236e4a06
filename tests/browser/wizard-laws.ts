import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Console } from './company-page.ts'
import { expect, test } from './stories.ts'

/** What a form owes somebody in a hurry: a reload and *Previous* lose nothing, two clicks make one connection. */
export async function typedStaysAndTwoClicksAreOne(
  side: Console,
  [local, remote]: readonly [string, string],
): Promise<void> {
  const { page } = side
  const name = `${local}_to_${remote}`
  await side.openConsole('/initiate')
  await page.getByLabel("I don't have a URL").check()
  await page.getByRole('radio', { name: /Script/ }).check()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await page.getByLabel('Local instance short name').fill(local)
  await page.getByLabel('Remote instance short name').fill(remote)
  await page.getByLabel('Description').fill('Typed before a reload')
  await page.reload()
  await expect(page.getByLabel("I don't have a URL")).toBeChecked()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await expect(page.getByLabel('Description')).toHaveValue('Typed before a reload')
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await expect(page.getByLabel('Connection name')).toHaveValue(name)
  await page.getByRole('button', { name: 'Next' }).dblclick()
  await expect(page.getByRole('button', { name: 'Copy invitation code' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy message' }).click()
  await expect(page.getByText('Copied').first()).toBeVisible()
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('accord1_')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(side.row(name)).toHaveCount(1)
  await side.openConsole('/initiate')
  await expect(page.getByLabel("I don't have a URL")).not.toBeChecked()
}

/** A code behind the `#` of a link, dropped, and from a file; the last is accepted by a double click. */
export async function codeComesEveryWay(side: Console, code: string, from: string, name: string): Promise<void> {
  const { page } = side
  const received: string[] = []
  page.on('request', (request) => received.push(request.url()))
  const field = page.getByRole('textbox', { name: 'Invitation code' })

  await test.step('behind the # of a link: the address is clean before anybody can look', async () => {
    await page.goto('about:blank')
    await page.goto(side.address(`/accept?code=${code}`))
    await expect(field).toHaveValue(code)
    await expect.poll(() => page.url()).toBe(side.address('/accept'))
    expect(received.filter((url) => url.split('#')[0]?.includes(code.slice(0, 40)))).toEqual([])
  })

  await test.step('by drag and drop', async () => {
    await side.openConsole('/accept')
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(code)}], 'code.txt')); return data })()`,
    )
    await field.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(field).toHaveValue(code)
  })

  await test.step('from a file; a reload asks first, since a code is kept nowhere', async () => {
    await side.openConsole('/accept')
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
    await expect(page.getByText(from).first()).toBeVisible()
    await page.getByRole('button', { name: 'Accept', exact: true }).dblclick()
    await expect(page.getByText('Connection is established')).toBeVisible()
    await side.openConsole('/connections')
    await expect(side.row(name)).toHaveCount(1)
  })
}
