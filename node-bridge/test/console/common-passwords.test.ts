import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { requireStrongPassword } from '../../src/console/password-policy.ts'
import { refusalOf } from '../refused.ts'
import { openBrowser } from './console-browser.ts'
import { type ConsoleNode, PASSWORD, startConsoleNode, tokenOf } from './console-node.ts'

let node: ConsoleNode
beforeAll(async () => {
  node = await startConsoleNode()
})
afterAll(() => node.close())

const COMMON = [
  'password1234',
  'Password1234',
  'PASSWORD1234',
  'P@ssw0rd1234',
  '1234password',
  'drowssap4321',
  'passwordpassword',
  'Passwort1234!',
  'hallo12345678',
  'qwertyuiop123',
  'letmein12345',
  'Summer2024Summer',
  'Administrator1!',
  'abcdefghijkl',
  '123456789012',
  'servicenow2024',
  'accord123456',
  'Bea-Bea-2026',
]
const STRONG = [PASSWORD, 'seven quiet otters swim', 'correct-horse-battery', 'kX9#mQ2$vL7w', 'ein blauer Esel lacht']

test.each(COMMON)('%s is refused as a common password, and why is said', async (password) => {
  const refusal = await refusalOf(requireStrongPassword(password, 'bea'))
  expect(refusal.code).toBe('password_common')
  expect(refusal.message).toContain('four words')
})

test.each(STRONG)('%s is taken', async (password) => {
  await expect(requireStrongPassword(password, 'bea')).resolves.toBeUndefined()
})

test('a long paste costs no more than a moment', async () => {
  await requireStrongPassword(PASSWORD, 'bea')
  const started = performance.now()
  for (const piece of ['p@55w0rd', '4@8({[<63', 'a1b2c3'])
    await requireStrongPassword(piece.repeat(40).slice(0, 200), 'bea').catch(() => undefined)
  expect(performance.now() - started).toBeLessThan(3000)
})

test('neither a set-up link nor a change takes one, and the link stays good', async () => {
  const { accounts } = node.bridge.services.console
  const { link } = await accounts.invite({ name: 'bea', role: 'maintainer', actor: 'operator' })
  const token = tokenOf(link?.url ?? '')
  const browser = openBrowser(node.bridge.listenUrl)
  const common = [422, 'password_common']
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']]
  expect(codeOf(await browser.call('useLink', { token, password: 'Password1234' }))).toEqual(common)
  expect((await browser.call('useLink', { token, password: PASSWORD })).status).toBe(200)
  const change = { current: PASSWORD, password: 'P@ssw0rd1234' }
  expect(codeOf(await browser.call('changePassword', change))).toEqual(common)
  const reset = await accounts.reset({ name: 'bea', actor: 'operator' })
  const again = { token: tokenOf(reset.link?.url ?? ''), password: 'letmein12345' }
  expect(codeOf(await openBrowser(node.bridge.listenUrl).call('useLink', again))).toEqual(common)
})
