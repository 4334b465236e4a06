import type { APIRequestContext } from '@playwright/test'
import type { DemoCompany } from './demo-process.ts'
import { expect } from './stories.ts'

const BASIC = { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, accept: 'application/json' }

export type Row = Readonly<Record<string, string>>

/** What a person does in the incidents of one company, by the platform's own interface. */
export const incidentsOf = (request: APIRequestContext, company: DemoCompany) => recordsOf(request, company, 'incident')

/** The same of another table. */
export function recordsOf(request: APIRequestContext, { instanceUrl }: DemoCompany, own: string) {
  const at = `${instanceUrl}/api/now/table`
  const rows = async (table: string, query: string): Promise<readonly Row[]> => {
    const url = `${at}/${table}?sysparm_query=${encodeURIComponent(query)}`
    return ((await (await request.get(url, { headers: BASIC })).json()) as { result: Row[] }).result
  }
  return {
    rows,
    open: async (data: object): Promise<Row> => {
      const response = await request.post(`${at}/${own}`, { headers: BASIC, data })
      return ((await response.json()) as { result: Row }).result
    },
    change: (id: string, data: object) => request.patch(`${at}/${own}/${id}`, { headers: BASIC, data }),
    until: async (query: string, table = own): Promise<Row> => {
      let found: Row | undefined
      await expect
        .poll(async () => (found = (await rows(table, query))[0]), { timeout: 60_000, intervals: [20] })
        .toBeTruthy()
      return found ?? {}
    },
  }
}
