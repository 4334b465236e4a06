import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { createBridgeProcess } from '../../node-bridge/test/faults/company/bridge-process.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { startMailServer } from '../../node-bridge/test/notices/mail-server.ts'
import { ConsolePage } from './console-page.ts'
import { expectGerman } from './page-language.ts'
import { lookAtEverySize } from './screens.ts'

const OPERATOR = 'ops@acme.example'
const OWN = 'ada@acme.example'

/** Answers every delivery, and keeps its body. */
async function startReceiver(): Promise<{ readonly server: Server; readonly port: number; readonly bodies: string[] }> {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      bodies.push(body)
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port, bodies }
}

test('notices: where they go, a test that says what became of it, and mails for whoever wants them', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const mail = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
  const hook = await startReceiver()
  const port = await findFreePort()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-notices-story-'))
  const publicUrl = `http://127.0.0.1:${port}`
  const bridge = createBridgeProcess({
    port,
    publicUrl,
    dataDir,
    nodeName: 'Acme',
    operatorToken: 'o'.repeat(40),
    environment: {
      ACCORD_SMTP_HOST: '127.0.0.1',
      ACCORD_SMTP_PORT: String(mail.port),
      ACCORD_SMTP_TLS: 'none',
      ACCORD_MAIL_FROM: 'accord@acme.example',
      ACCORD_MAIL_TO: OPERATOR,
      ACCORD_WEBHOOK_URL: `http://127.0.0.1:${hook.port}/accord`,
      ACCORD_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    },
  })
  const panel = page.getByRole('region', { name: 'Notices' })
  try {
    await bridge.start()
    const shownLink = () => /http\S+#\S*token=\S+/u.exec(bridge.output('stdout'))?.[0] ?? ''
    await expect.poll(shownLink).toContain('/console/#')
    const ada = new ConsolePage(page, publicUrl)
    await ada.setPassword(shownLink())

    await test.step('the page says where notices go, and that nothing needs anybody', async () => {
      await page.getByLabel('Address of the tracker').fill('https://acme.atlassian.net')
      await page.getByLabel('Name of this side').fill('Acme')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Say what stands at this side', { exact: false })).toBeHidden()
      await ada.openConsole('/settings')
      await expect(panel).toContainText(`127.0.0.1:${mail.port}`)
      await expect(panel).toContainText(OPERATOR)
      await expect(panel).toContainText('Nothing needs anybody.')
    })

    await test.step('a test is sent on every way, and the one that fails says why', async () => {
      mail.refuse(OPERATOR, 550, '5.1.1')
      await panel.getByRole('button', { name: 'Send a test' }).press('Enter')
      await expect(panel).toContainText('The server answered 550')
      await expect.poll(() => hook.bodies.length).toBe(1)
      mail.refuse(OPERATOR, undefined)
      await panel.getByRole('button', { name: 'Send a test' }).press('Enter')
      await expect(panel).toContainText(`Sent to ${OPERATOR}.`)
      await expect.poll(() => mail.mails.map(({ to }) => to)).toEqual([OPERATOR])
      expect(mail.mails[0]?.text).toContain(publicUrl)
      await lookAtEverySize(page, 'notices')
    })

    await test.step('whoever is signed in has mails of the own kind sent to an own address', async () => {
      await page.getByRole('button', { name: 'admin', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Notices by mail' }).click()
      const dialog = page.getByRole('dialog', { name: 'Notices by mail' })
      await dialog.getByRole('checkbox').check()
      await dialog.getByLabel('Address').fill(OWN)
      await lookAtEverySize(page, 'own-notices')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Your notices are saved.')).toBeVisible()
    })

    await test.step('the same page in German', async () => {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'admin', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Deutsch' }).click()
      await ada.openConsole('/settings')
      await expect(page.getByRole('region', { name: 'Benachrichtigungen' })).toContainText(OPERATOR)
      await expectGerman(page)
      await lookAtEverySize(page, 'notices-de')
    })
  } finally {
    await bridge.stop()
    await mail.close()
    await new Promise((resolve) => hook.server.close(resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
})
