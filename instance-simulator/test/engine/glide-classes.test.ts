import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scriptWorld, type ScriptWorld } from './script-world.ts'

let world: ScriptWorld
beforeAll(() => {
  world = scriptWorld()
})
afterAll(() => world.close())
const run = (source: string) =>
  world.script(`JSON.stringify((function () { ${source} })())`).then((text) => JSON.parse(String(text)) as unknown)

test('generateMac takes and gives base64, as the platform documents', async () => {
  const key = Buffer.from('a key of some length').toString('base64')
  const expected = createHmac('sha256', Buffer.from(key, 'base64')).update('däta').digest('base64')
  await expect(run(`return new CertificateEncryption().generateMac('${key}', 'HmacSHA256', 'däta')`)).resolves.toBe(
    expected,
  )
})

test('digests and random texts', async () => {
  const [hex, base64, random, again] = (await run(`var d = new GlideDigest();
    return [d.getSHA256Hex('abc'), d.getSHA256Base64('abc'), GlideSecureRandomUtil.getSecureRandomString(40), GlideSecureRandomUtil.getSecureRandomString(40)]`)) as string[]
  expect(hex).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(base64).toBe('ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=')
  expect(random).toMatch(/^[A-Za-z0-9]{40}$/)
  expect(again).not.toBe(random)
})

test('GlideDateTime counts in UTC, seconds on the wire, months by the calendar', async () => {
  const facts =
    await run(`var t = new GlideDateTime('2026-01-31 23:59:59'); t.addMonthsUTC(1); var s = new GlideDateTime(t); s.addSeconds(2);
    return [t.getValue(), s.getValue(), s.after(t), GlideDateTime.subtract(t, s).getNumericValue(), t.getDayOfWeekUTC(), new GlideDateTime('nonsense').isValid(), String(new GlideDateTime('2026-01-01 00:00:00').getDate())]`)
  expect(facts).toEqual(['2026-02-28 23:59:59', '2026-03-01 00:00:01', true, 2000, 6, false, '2026-01-01'])
})

test("scripts see the simulator's clock, by every way to ask", async () => {
  const before = world.clock.now()
  world.clock.set(Date.parse('2030-05-05T05:05:05Z'))
  const facts = (await run(
    `return [new GlideDateTime().getValue().slice(0, 13), new Date().toISOString().slice(0, 13), new Date(Date.now()).getUTCFullYear(), gs.nowDateTime().slice(0, 10), new Date(0).getTime()]`,
  )) as unknown[]
  expect(facts).toEqual(['2030-05-05 05', '2030-05-05T05', 2030, '2030-05-05', 0])
  world.clock.set(before)
})

test('properties: the default for what is absent, plain text of a password2, setProperty is seen at once', async () => {
  world.add('sys_properties', { name: 'x.open', value: '7', type: 'integer' })
  world.add('sys_properties', { name: 'x.secret', value: 'hush', type: 'password2' })
  const facts = await run(
    `gs.setProperty('x.new', 'n'); return [gs.getProperty('x.open'), gs.getProperty('x.none', 'd'), gs.getProperty('x.none'), gs.getProperty('x.secret'), gs.getProperty('x.new')]`,
  )
  expect(facts).toEqual(['7', 'd', null, 'hush', 'n'])
})

test('user, roles, session data and token', async () => {
  const facts = await run(`gs.getSession().putClientData('k', 'v'); var u = gs.getUser();
    return [gs.getUserID(), u.getDisplayName(), gs.hasRole('itil'), gs.hasRole('admin'), gs.getSession().getSessionToken(), gs.getSession().getClientData('k')]`)
  expect(facts).toEqual([world.caller.userSysId, 'Beth Anglin', true, false, 'token-1', 'v'])
})

test('texts: base64, URL encoding, HTML and placeholders', async () => {
  const facts = await run(
    `return [gs.base64Encode('ü'), gs.base64Decode('w7w='), gs.urlEncode('a b&c'), GlideStringUtil.escapeHTML('<a&"b>'), gs.getMessage('{0} of {1}', [1, 2]), gs.nil(''), gs.nil('x')]`,
  )
  expect(facts).toEqual(['w7w=', 'ü', 'a+b%26c', '&lt;a&amp;&quot;b&gt;', '1 of 2', true, false])
})

test('gs.info and its kin are rows of the log', async () => {
  await world.script(`gs.warn('careful {0}', 'now')`, 'x_app')
  const [row] = world.store.query('syslog', { encoded: 'message=careful now' }, world.caller)
  expect(row).toMatchObject({ level: '1', source: 'x_app' })
})

test('script includes of the global scope that are not here are named, those that are here are global names', async () => {
  await expect(world.script(`new ArrayUtil().contains(['a'], 'a') && JSUtil.nil('')`)).resolves.toBe(true)
  await expect(world.script('new TableUtils("incident")')).rejects.toThrow('not simulated: TableUtils')
  await expect(world.script('JSUtil.describeObject({})')).rejects.toThrow('not simulated: JSUtil.describeObject')
})
