import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { pino } from 'pino'

import { type Bridge, createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { type ConsoleBrowser, openBrowser } from './console-browser.ts'

export const PASSWORD = 'four words of somebody'

export interface ConsoleNode {
  readonly bridge: Bridge
  readonly dataDir: string
  /** What the person at the terminal has read, and what the log holds. */
  readonly shown: () => string
  readonly logged: () => string
  shiftClock(byMs: number): void
  /** A browser in which this user has just set a password by the operator's link. */
  signedIn(name: string, role: 'admin' | 'maintainer' | 'auditor'): Promise<ConsoleBrowser>
  close(): Promise<void>
}

export const tokenOf = (url: string): string => /token=([\w-]+)/u.exec(url)?.[1] ?? ''

/** A whole node with its own database, and no instance. */
export async function startConsoleNode(
  settings: Readonly<Record<string, string | undefined>> = {},
): Promise<ConsoleNode> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-console-'))
  const shown: string[] = []
  const logged: string[] = []
  let offsetMs = 0
  const config = loadConfig({
    ACCORD_DATA_DIR: dataDir,
    ACCORD_PORT: '0',
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
    ACCORD_NODE_NAME: 'Company C',
    ACCORD_LOG_LEVEL: 'trace',
    ...settings,
  })
  const bridge = await createBridge(config, {
    log: pino({ level: 'trace' }, { write: (line) => void logged.push(line) }),
    show: (text) => void shown.push(text),
    passwordCost: { log2N: 10, r: 8, p: 1 },
    now: () => new Date(Date.now() + offsetMs),
  })
  return {
    bridge,
    dataDir,
    shown: () => shown.join(''),
    logged: () => logged.join(''),
    shiftClock: (byMs) => void (offsetMs = byMs),
    signedIn: async (name, role) => {
      const { link } = await bridge.services.console.accounts.invite({ name, role, actor: 'operator' })
      const browser = openBrowser(bridge.listenUrl)
      const { status } = await browser.call('useLink', { token: tokenOf(link?.url ?? ''), password: PASSWORD })
      if (status !== 200) throw new Error(`The link of ${name} answered ${status}`)
      return browser
    },
    close: async () => {
      await bridge.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
