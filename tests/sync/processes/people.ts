import type { ProcessCompany } from './process-company.ts'

const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/json' }
const AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** Thrown where the instance refused; what `fetch` throws means that nobody knows whether it was done. */
async function ask({ instance }: ProcessCompany, method: string, at: string, init: RequestInit = {}): Promise<string> {
  const answer = await fetch(new URL(at, instance.url), {
    ...init,
    method,
    headers: { authorization: AUTHORIZATION, ...init.headers },
    signal: AbortSignal.timeout(30_000),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${at} was answered ${answer.status}: ${text}`)
  return text
}

/** Answers the id of the row. */
async function send(company: ProcessCompany, method: string, at: string, init: RequestInit): Promise<string> {
  const text = await ask(company, method, at, init)
  return (JSON.parse(text) as { result: { sys_id: string } }).result.sys_id
}

/** What people do on an instance, over HTTP and past the proxy. */
export const openIncident = (company: ProcessCompany, values: Record<string, string>): Promise<string> =>
  send(company, 'POST', '/api/now/table/incident', { headers: JSON_TYPE, body: JSON.stringify(values) })

export const changeIncident = (company: ProcessCompany, id: string, values: Record<string, string>): Promise<string> =>
  send(company, 'PATCH', `/api/now/table/incident/${id}`, { headers: JSON_TYPE, body: JSON.stringify(values) })

export const deleteIncident = async (company: ProcessCompany, id: string): Promise<void> =>
  void (await ask(company, 'DELETE', `/api/now/table/incident/${id}`))

export function attachFile(company: ProcessCompany, record: string, name: string, content: Buffer): Promise<string> {
  const query = new URLSearchParams({ table_name: 'incident', table_sys_id: record, file_name: name })
  const headers = { 'content-type': 'text/plain', accept: 'application/json' }
  return send(company, 'POST', `/api/now/attachment/file?${query}`, { headers, body: new Uint8Array(content) })
}

export const deleteFile = async (company: ProcessCompany, id: string): Promise<void> =>
  void (await ask(company, 'DELETE', `/api/now/attachment/${id}`))

/** False where the instance answers that it cannot; throws where it does not answer. */
export async function opensFile({ instance }: ProcessCompany, id: string): Promise<boolean> {
  const answer = await fetch(new URL(`/api/now/attachment/${id}/file`, instance.url), {
    headers: { authorization: AUTHORIZATION },
    signal: AbortSignal.timeout(30_000),
  })
  await answer.arrayBuffer()
  return answer.ok
}
