import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { createInstance, type SimulatedInstance } from '../../src/instance.ts'

let instance: SimulatedInstance
beforeAll(async () => {
  instance = await createInstance({ name: 'sets', port: 0 })
})
afterAll(() => instance.close())

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const APP = `<record_update table="sys_app"><sys_app action="INSERT_OR_UPDATE"><sys_id>${'a'.repeat(32)}</sys_id><name>Shelf</name><scope>x_acme_shelf</scope><version>1.0.0</version></sys_app></record_update>`
const SET = `<unload><sys_remote_update_set action="INSERT_OR_UPDATE"><state>loaded</state></sys_remote_update_set>
<sys_update_xml action="INSERT_OR_UPDATE"><name>sys_app_${'a'.repeat(32)}</name><payload>${escaped(APP)}</payload></sys_update_xml></unload>`

async function logIn(user: string, password: string) {
  const form = new URLSearchParams({ user_name: user, user_password: password })
  const login = await fetch(`${instance.baseUrl}/angular.do?sysparm_type=view_form.login`, {
    method: 'POST',
    body: form,
  })
  const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const call = async (path: string, body?: FormData | URLSearchParams) => {
    const method = body ? 'POST' : 'GET'
    const answer = await fetch(instance.baseUrl + path, { method, headers: { cookie }, ...(body ? { body } : {}) })
    return { status: answer.status, text: await answer.text() }
  }
  return call
}
const tokenIn = (text: string) => /name="sysparm_ck" value="([^"]*)"/u.exec(text)?.[1] ?? ''

test('an administrator imports a set, previews it and commits it: only then its application is there', async () => {
  const admin = await logIn('admin', 'admin')
  const upload = new FormData()
  upload.set('sysparm_ck', tokenIn((await admin('/upload.do')).text))
  upload.set('attachFile', new Blob([SET]), 'set.xml')
  const list = await admin('/upload.do', upload)
  const [, path = ''] = /href="(\/sys_remote_update_set\.do\?sys_id=\w+)"/u.exec(list.text) ?? []
  const apps = () => instance.store.query('sys_app', { encoded: 'scope=x_acme_shelf' }, systemCaller).length
  const press = async (action: string) => {
    const { text } = await admin(path)
    return (await admin(path, new URLSearchParams({ sysparm_ck: tokenIn(text), action }))).text
  }
  expect(await press('Commit Update Set')).toContain('loaded')
  expect(await press('Preview Update Set')).toContain('previewed')
  expect(apps()).toBe(0)
  expect(await press('Commit Update Set')).toContain('committed')
  expect(apps()).toBe(1)
})

const PROPERTY = 'b'.repeat(32)
const updateOf = (table: string, id: string, fields: string, updatedOn: string) => {
  const record = `<record_update table="${table}"><${table} action="INSERT_OR_UPDATE"><sys_id>${id}</sys_id>${fields}</${table}></record_update>`
  return `<sys_update_xml action="INSERT_OR_UPDATE"><name>${table}_${id}</name><sys_updated_on>${updatedOn}</sys_updated_on><payload>${escaped(record)}</payload></sys_update_xml>`
}
const setWith = (...updates: readonly string[]) => SET.replace('</unload>', `${updates.join('')}</unload>`)

async function imported(xml: string) {
  const admin = await logIn('admin', 'admin')
  const upload = new FormData()
  upload.set('sysparm_ck', tokenIn((await admin('/upload.do')).text))
  upload.set('attachFile', new Blob([xml]), 'set.xml')
  const list = await admin('/upload.do', upload)
  const path = list.text.match(/\/sys_remote_update_set\.do\?sys_id=\w+/gu)?.at(-1) ?? ''
  const press = async (action: string, problems: readonly string[] = []) => {
    const { text } = await admin(path)
    const body = new URLSearchParams({ sysparm_ck: tokenIn(text), action })
    for (const problem of problems) body.append('problem', problem)
    return (await admin(path, body)).text
  }
  return {
    press,
    problemsIn: (text: string) => [...text.matchAll(/name="problem"\s+value="(\w+)"/gu)].map(([, id = '']) => id),
  }
}

const property = () => instance.store.find('sys_properties', PROPERTY)?.['value']
const propertyUpdate = (value: string, updatedOn: string) =>
  updateOf('sys_properties', PROPERTY, `<name>x_acme_shelf.room</name><value>${value}</value>`, updatedOn)

test('a local change that is newer than the update is a collision: nothing is committed before it is decided', async () => {
  const first = await imported(setWith(propertyUpdate('one', '2001-01-01 00:00:00')))
  await first.press('Preview Update Set')
  expect(await first.press('Commit Update Set')).toContain('committed')
  expect(property()).toBe('one')

  instance.store.update('sys_properties', PROPERTY, { value: 'chosen here' }, systemCaller)
  const second = await imported(setWith(propertyUpdate('two', '2001-01-02 00:00:00')))
  const previewed = await second.press('Preview Update Set')
  expect(previewed).toContain('Found a local update that is newer than this one')
  expect(previewed).not.toContain('Commit Update Set')
  expect(await second.press('Commit Update Set')).toContain('cannot be committed until all problems are resolved')
  expect(property()).toBe('chosen here')
  expect(await second.press('Skip remote update', second.problemsIn(previewed))).toContain('Commit Update Set')
  expect(await second.press('Commit Update Set')).toContain('committed')
  expect(property()).toBe('chosen here')

  const third = await imported(setWith(propertyUpdate('three', '2001-01-03 00:00:00')))
  await third.press('Accept remote update', third.problemsIn(await third.press('Preview Update Set')))
  expect(await third.press('Commit Update Set')).toContain('committed')
  expect(property()).toBe('three')
})

test('a local change that is older than the update is overwritten without a question', async () => {
  instance.store.update('sys_properties', PROPERTY, { value: 'chosen here' }, systemCaller)
  const set = await imported(setWith(propertyUpdate('four', '2999-01-01 00:00:00')))
  expect(await set.press('Preview Update Set')).toContain('0 of 0 to be resolved')
  await set.press('Commit Update Set')
  expect(property()).toBe('four')
})

test('a reference to what neither the instance nor the set has is a problem; to what the set brings it is none', async () => {
  const [job, user] = ['c'.repeat(32), 'd'.repeat(32)]
  const jobUpdate = updateOf(
    'sysauto_script',
    job,
    `<name>Nightly</name><run_as>${user}</run_as>`,
    '2001-01-01 00:00:00',
  )
  const userUpdate = updateOf('sys_user', user, '<user_name>nightly</user_name>', '2001-01-01 00:00:00')
  const alone = await imported(setWith(jobUpdate))
  const previewed = await alone.press('Preview Update Set')
  expect(previewed).toContain('Could not find a record in sys_user for column run_as referenced in this update')
  expect(await alone.press('Run Preview Again')).toContain('1 of 1 to be resolved')
  const both = await imported(setWith(userUpdate, jobUpdate))
  expect(await both.press('Preview Update Set')).toContain('0 of 0 to be resolved')
})

test('what is no update set is refused with the reason; nobody else may import, and nobody without the token', async () => {
  const admin = await logIn('admin', 'admin')
  const upload = new FormData()
  upload.set('attachFile', new Blob(['<unload/>']), 'none.xml')
  expect((await admin('/upload.do', upload)).status).toBe(403)
  upload.set('sysparm_ck', tokenIn((await admin('/upload.do')).text))
  expect((await admin('/upload.do', upload)).text).toContain('holds no update set')
  const agent = await logIn('abel.tuter', 'abel')
  expect((await agent('/sys_remote_update_set_list.do')).status).toBe(403)
})
