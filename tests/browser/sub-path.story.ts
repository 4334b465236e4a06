import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { PATH_FORMS, startPathProxy } from '../../deploy/test/path-proxy.ts'
import { createBridgeProcess } from '../../node-bridge/test/faults/company/bridge-process.ts'
import { findFreePort } from '../../node-bridge/test/faults/company/free-port.ts'
import { ConsolePage } from './console-page.ts'

for (const form of PATH_FORMS)
  test(`a node below a path of its host, ${form} by nginx: its console works whole, from the set-up link on`, async ({
    page,
  }) => {
    const ports = { proxy: await findFreePort(), node: await findFreePort(), admin: await findFreePort() }
    const base = `http://127.0.0.1:${ports.proxy}/accord`
    const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-sub-path-'))
    const nginx = await startPathProxy(form, ports)
    const bridge = createBridgeProcess({
      port: ports.node,
      publicUrl: base,
      dataDir,
      nodeName: 'Below a path',
      operatorToken: 'o'.repeat(40),
      environment: { ACCORD_ADMIN_PORT: String(ports.admin), ACCORD_CONSOLE_URL: base },
    })
    const strayed: string[] = []
    const problems: string[] = []
    page.on('response', (response) => {
      if (!response.url().startsWith(`${base}/`) || response.status() === 404) strayed.push(response.url())
    })
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted|404/u.test(message.text())) problems.push(message.text())
    })
    try {
      await bridge.start()
      const shownLink = () => /http\S+#\S*token=\S+/u.exec(bridge.output('stdout'))?.[0] ?? ''
      await expect.poll(shownLink).toContain(`${base}/console/#`)
      const console = new ConsolePage(page, base)
      await console.setPassword(shownLink())
      await expect(page.getByRole('heading', { name: 'Set-up', level: 1 })).toBeVisible()
      await page.reload()
      await expect(page.getByRole('heading', { name: 'Set-up', level: 1 })).toBeVisible()
      for (const place of ['/settings', '/prerequisites', '/jobs']) await console.openConsole(place)
      await page.goto(`${base}/console`)
      await expect(page).toHaveURL(new RegExp(`^${base}/console/`, 'u'))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const { path: place } of await page.context().cookies(`${base}/console/`))
        expect(place).toBe('/accord/console/')
      expect(await page.context().cookies(`http://127.0.0.1:${ports.proxy}/`)).toEqual([])
      expect([strayed, problems]).toEqual([[], []])
    } finally {
      await bridge.stop()
      await nginx.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
