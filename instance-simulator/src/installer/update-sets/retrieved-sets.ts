import { systemCaller } from '../../access/system-callers.ts'
import type { Row, SimulatorParts } from '../../contracts.ts'
import { PackageRefused } from '../../package/package-refused.ts'
import { readUpdateSet } from '../../package/read-update-set.ts'
import type { Installations } from '../installations.ts'

export interface RetrievedSet {
  readonly sysId: string
  readonly name: string
  /** loaded → previewed → committed */
  readonly state: string
  readonly scope: string
  /** How many updates it holds. */
  readonly updates: number
  readonly problems: number
}

const TABLE = 'sys_remote_update_set'
const FILE = 'update-set.xml'

/** Update sets that were imported, each with its XML as an attachment until somebody commits it. */
export function createRetrievedSets({
  store,
  attachments,
  installations,
}: SimulatorParts & { readonly installations: Installations }) {
  const setOf = (row: Row): RetrievedSet => ({
    sysId: row['sys_id'] ?? '',
    name: row['name'] ?? '',
    state: row['state'] ?? '',
    scope: row['application_scope'] ?? '',
    updates: Number(row['update_count'] ?? 0),
    problems: 0,
  })
  const bytesOf = (sysId: string): Buffer => {
    const [file] = store.query('sys_attachment', { encoded: `table_name=${TABLE}^table_sys_id=${sysId}` }, systemCaller)
    return attachments.read(file?.['sys_id'] ?? '') ?? Buffer.alloc(0)
  }
  return {
    all: () => store.query(TABLE, { encoded: 'ORDERBYname' }, systemCaller).map(setOf),
    find: (sysId: string): RetrievedSet | undefined => {
      const row = store.find(TABLE, sysId)
      return row && setOf(row)
    },
    /** Throws PackageRefused for what is no update set. */
    load: (fileName: string, bytes: Buffer): void => {
      const { name, version, scope, records } = readUpdateSet(fileName, bytes)
      const values = {
        name: `${name} ${version}`,
        state: 'loaded',
        application_scope: scope,
        update_count: String(records.length + 1),
      }
      const row = store.insert(TABLE, values, systemCaller)
      const described = attachments.describe(TABLE, row['sys_id'] ?? '', { name: FILE, contentType: 'text/xml', bytes })
      const file = store.insert('sys_attachment', described, systemCaller)
      attachments.keep(file['sys_id'] ?? '', bytes, systemCaller)
    },
    goOn: ({ sysId, state }: RetrievedSet, next: string): void => {
      if (next === 'committed' && state !== 'previewed') throw new PackageRefused('An update set is previewed first')
      if (next === 'committed') installations.commitUpdateSet(FILE, bytesOf(sysId))
      store.update(TABLE, sysId, { state: next }, systemCaller)
    },
  }
}
