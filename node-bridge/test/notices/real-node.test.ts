import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from '@jest/globals'
import { pino } from 'pino'

import { createBridge } from '../../src/bridge.ts'
import { loadConfig } from '../../src/config/config.ts'
import { eventually } from '../faults/company/eventually.ts'
import { startMailServer } from './mail-server.ts'

const DAY_MS = 86_400_000

test('a node that runs mails its operator by itself that the licence ends, and counts it', async () => {
  const server = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-notices-'))
  const config = loadConfig({
    ACCORD_DATA_DIR: dataDir,
    ACCORD_PORT: '0',
    ACCORD_ALLOW_HTTP_LOOPBACK: 'true',
    ACCORD_SMTP_HOST: '127.0.0.1',
    ACCORD_SMTP_PORT: String(server.port),
    ACCORD_SMTP_TLS: 'none',
    ACCORD_MAIL_FROM: 'accord@acme.example',
    ACCORD_MAIL_TO: 'ops@acme.example',
  })
  let offsetMs = 0
  const bridge = await createBridge(config, {
    now: () => new Date(Date.now() + offsetMs),
    log: pino({ level: 'silent' }),
    show: () => undefined,
    noticeEveryMs: 50,
  })
  offsetMs = 20 * DAY_MS
  await eventually('the mail has come', () => Promise.resolve(server.mails.length > 0 || undefined))
  expect(server.mails[0]?.text).toContain('Subject: Accord: the licence of this node ends')
  await eventually('it is counted', async () => {
    const { text } = await bridge.services.metrics.render()
    return text.includes('accord_notices_total{channel="mail",outcome="sent"} 1') || undefined
  })
  await bridge.close()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
  expect(server.mails).toHaveLength(1)
})

test('what could not send, or would send a password in the clear, refuses the start', () => {
  const load = (settings: Readonly<Record<string, string>>) => () =>
    loadConfig({ ACCORD_ALLOW_HTTP_LOOPBACK: 'true', ...settings })
  const mail = { ACCORD_SMTP_HOST: 'mail.acme.example', ACCORD_MAIL_FROM: 'accord@acme.example' }
  expect(load(mail)).not.toThrow()
  expect(load({ ...mail, ACCORD_MAIL_FROM: '' })).toThrow('ACCORD_MAIL_FROM: is required')
  expect(load({ ACCORD_MAIL_TO: 'ops@acme.example' })).toThrow('ACCORD_SMTP_HOST: is required')
  expect(load({ ...mail, ACCORD_SMTP_USER: 'accord' })).toThrow('give both or none')
  const login = { ACCORD_SMTP_USER: 'accord', ACCORD_SMTP_PASSWORD: 'secret-word' }
  expect(load({ ...mail, ...login, ACCORD_SMTP_TLS: 'none' })).toThrow('in the clear')
  expect(load({ ...mail, ACCORD_MAIL_TO: 'ops@acme.example\r\nBcc: all@acme.example' })).toThrow('ACCORD_MAIL_TO')
  expect(load({ ACCORD_WEBHOOK_URL: 'https://hooks.acme.example/x' })).toThrow('ACCORD_WEBHOOK_SECRET: is required')
})
