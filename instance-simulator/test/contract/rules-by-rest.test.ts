import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { scriptsOf } from './evaluate.ts'
import { contractTarget, type ContractTarget } from './target.ts'

let instance: ContractTarget
const made: string[] = []
beforeAll(async () => {
  instance = await contractTarget()
})
afterAll(async () => {
  for (const path of made.toReversed()) await instance.call('DELETE', path)
  await instance.close()
})

const add = async (table: string, body: object) => {
  const answer = await instance.call('POST', `/api/now/table/${table}`, { body })
  expect(answer.status).toBe(201)
  const { sys_id: id = '' } = answer.json<{ result: { sys_id?: string } }>().result
  made.push(`/api/now/table/${table}/${id}`)
  return id
}
const abort = (collection: string, filter: string) =>
  add('sys_script', {
    name: `Keeps ${filter} out of ${collection}`,
    collection,
    when: 'before',
    action_insert: 'true',
    action_delete: 'true',
    active: 'true',
    filter_condition: filter,
    abort_action: 'true',
  })

test('a rule on sys_attachment keeps an upload out, and a deletion', async () => {
  const incident = await add('incident', { short_description: 'files' })
  const upload = (name: string) =>
    instance.call('POST', `/api/now/attachment/file?table_name=incident&table_sys_id=${incident}&file_name=${name}`, {
      body: 'bytes',
      headers: { 'content-type': 'text/plain' },
    })
  const kept = (await upload('kept.txt')).json<{ result: { sys_id: string } }>().result.sys_id
  await abort('sys_attachment', `table_sys_id=${incident}`)
  const refused = await upload('refused.txt')
  expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('aborted by Business Rule')])
  expect((await instance.call('DELETE', `/api/now/attachment/${kept}`)).status).toBe(403)
  const list = await instance.call('GET', `/api/now/attachment?sysparm_query=table_sys_id=${incident}`)
  expect(list.json<{ result: { file_name: string }[] }>().result.map(({ file_name }) => file_name)).toEqual([
    'kept.txt',
  ])
})

test('a rule on sys_attachment keeps out what a script attaches, too, and sees what it takes', async () => {
  const incident = await add('incident', { short_description: 'files of a script' })
  await abort('sys_attachment', `table_sys_id=${incident}^file_nameSTARTSWITHrefused`)
  const scripts = scriptsOf(instance)
  try {
    await scripts.evaluate(`var gr = new GlideRecord('incident'); gr.get('${incident}');
      var attachments = new GlideSysAttachment();
      attachments.write(gr, 'refused.txt', 'text/plain', 'bytes');
      attachments.write(gr, 'kept.txt', 'text/plain', 'bytes');
      return 'done'`)
  } finally {
    await scripts.close()
  }
  const list = await instance.call('GET', `/api/now/attachment?sysparm_query=table_sys_id=${incident}`)
  const names = list.json<{ result: { file_name: string }[] }>().result.map(({ file_name }) => file_name)
  expect(names).toEqual(['kept.txt'])
})

/** A rule that writes a problem for each row that it sees. */
const note = (collection: string, filter: string, marker: string, field: string) =>
  add('sys_script', {
    name: `Notes ${collection}`,
    collection,
    when: 'after',
    action_insert: 'true',
    active: 'true',
    filter_condition: filter,
    script: `var p = new GlideRecord('problem'); p.initialize(); p.short_description = '${marker}';
      p.description = current.getValue('${field}'); p.insert()`,
  })
async function noted(marker: string): Promise<readonly string[]> {
  const query = encodeURIComponent(`short_description=${marker}^ORDERBYdescription`)
  const list = await instance.call('GET', `/api/now/table/problem?sysparm_query=${query}`)
  const rows = list.json<{ result: { sys_id: string; description: string }[] }>().result
  made.push(...rows.map(({ sys_id: id }) => `/api/now/table/problem/${id}`))
  return rows.map(({ description }) => description)
}

test('rules see every file, whoever attaches it: a form, a script’s text, bytes and stream, a copy', async () => {
  const incident = await add('incident', { short_description: 'files of everybody' })
  const other = await add('incident', { short_description: 'files of another' })
  const marker = `file noted ${Date.now()}`
  await note('sys_attachment', `table_sys_idIN${incident},${other}`, marker, 'file_name')
  const form = new FormData()
  form.set('table_name', 'incident')
  form.set('table_sys_id', incident)
  form.set('uploadFile', new Blob(['hello'], { type: 'text/plain' }), 'form.txt')
  const authorization = `Basic ${btoa(`${instance.user}:${instance.password}`)}`
  await fetch(`${instance.baseUrl}/api/now/attachment/upload`, {
    method: 'POST',
    body: form,
    headers: { authorization },
  })
  const scripts = scriptsOf(instance)
  try {
    await scripts.evaluate(`var gr = new GlideRecord('incident'); gr.get('${incident}');
      var a = new GlideSysAttachment(); var id = a.write(gr, 'text.txt', 'text/plain', 'bytes');
      a.writeBase64(gr, 'bytes.txt', 'text/plain', 'AAAA');
      a.writeContentStream(gr, 'stream.txt', 'text/plain', a.getContentStream(id));
      a.copy('incident', '${incident}', 'incident', '${other}'); return 'done'`)
  } finally {
    await scripts.close()
  }
  const names = ['bytes.txt', 'form.txt', 'stream.txt', 'text.txt']
  expect(await noted(marker)).toEqual(names.flatMap((name) => [name, name]))
})

test('rules see every comment, by REST and by a script', async () => {
  const incident = await add('incident', { short_description: 'comments of everybody' })
  const marker = `comment noted ${Date.now()}`
  await note('sys_journal_field', `element_id=${incident}`, marker, 'value')
  await instance.call('PATCH', `/api/now/table/incident/${incident}`, { body: { comments: 'by REST' } })
  const scripts = scriptsOf(instance)
  try {
    await scripts.evaluate(`var gr = new GlideRecord('incident'); gr.get('${incident}');
      gr.work_notes = 'by a script'; gr.update(); return 'done'`)
  } finally {
    await scripts.close()
  }
  expect(await noted(marker)).toEqual(['by a script', 'by REST'])
})

test('a rule on sys_journal_field keeps a comment out', async () => {
  const incident = await add('incident', { short_description: 'comments' })
  await abort('sys_journal_field', 'valueLIKEsecret')
  await instance.call('PATCH', `/api/now/table/incident/${incident}`, { body: { comments: 'a secret' } })
  await instance.call('PATCH', `/api/now/table/incident/${incident}`, { body: { comments: 'a word' } })
  const query = encodeURIComponent(`element_id=${incident}`)
  const list = await instance.call('GET', `/api/now/table/sys_journal_field?sysparm_query=${query}`)
  expect(list.json<{ result: { value: string }[] }>().result.map(({ value }) => value)).toEqual(['a word'])
})

test('twenty who write at once each learn what they have written', async () => {
  const incident = await add('incident', { short_description: 'busy' })
  const rule = { collection: 'incident', action_update: 'true', active: 'true', filter_condition: `sys_id=${incident}` }
  await add('sys_script', { ...rule, name: 'before', when: 'before', script: 'current.description = "seen"' })
  await add('sys_script', { ...rule, name: 'after', when: 'after', script: 'gs.info("after")' })
  const words = Array.from({ length: 20 }, (_, index) => `writer ${index}`)
  const answers = await Promise.all(
    words.map((word) =>
      instance.call('PATCH', `/api/now/table/incident/${incident}`, { body: { short_description: word } }),
    ),
  )
  const received = answers.map((answer) => answer.json<{ result: Record<string, string> }>().result)
  expect(received.map((result) => result['short_description'])).toEqual(words)
  expect(new Set(received.map((result) => result['sys_mod_count'])).size).toBe(20)
})
