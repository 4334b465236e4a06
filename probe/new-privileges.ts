import type { InstanceClient } from './instance-client.ts'
import { rowsWith } from './ledger.ts'

/** Cross-scope privileges that the platform writes for the application while its scope is asked: those go away again. */
export async function newPrivileges(client: InstanceClient, app: string | undefined) {
  const idsNow = async (): Promise<readonly string[]> => {
    const rows = await rowsWith(client, 'sys_scope_privilege', 'source_scope', '=', app ?? '')
    return rows.map((row) => row['sys_id'] ?? '')
  }
  const before = new Set(await idsNow())
  return {
    remove: async (): Promise<readonly string[]> => {
      const kept: string[] = []
      for (const id of (await idsNow()).filter((each) => !before.has(each))) {
        const { status } = await client.call('DELETE', `/api/now/table/sys_scope_privilege/${id}`, { always: true })
        if (status !== 204 && status !== 404) kept.push(`sys_scope_privilege ${id}: ${status}`)
      }
      return kept
    },
  }
}
