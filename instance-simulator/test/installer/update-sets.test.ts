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
