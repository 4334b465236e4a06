import { systemCaller } from '../../access/system-callers.ts'
import type { Row, SimulatorParts } from '../../contracts.ts'
import { readUpdateSet } from '../../package/read-update-set.ts'
import type { Installations } from '../installations.ts'
import { createPreviewProblems, type StoredProblem } from './preview-problems.ts'
import type { Decide, PreviewAnswer } from './preview-update-set.ts'

export interface RetrievedSet {
  readonly sysId: string
  readonly name: string
  /** loaded → previewed → committed */
  readonly state: string
  readonly scope: string
  /** How many updates it holds. */
  readonly updates: number
  readonly problems: readonly StoredProblem[]
}

const TABLE = 'sys_remote_update_set'
const FILE = 'update-set.xml'

const describeSet = (row: Row, problems: readonly StoredProblem[]): RetrievedSet => ({
  sysId: row['sys_id'] ?? '',
  name: row['name'] ?? '',
  state: row['state'] ?? '',
  scope: row['application_scope'] ?? '',
  updates: Number(row['update_count'] ?? 0),
  problems,
})

/** Update sets that were imported, each with its XML as an attachment until somebody commits it. */
export function createRetrievedSets({
  store,
  attachments,
  installations,
}: SimulatorParts & { readonly installations: Installations }) {
  const problems = createPreviewProblems(store)
  const setOf = (row: Row): RetrievedSet => describeSet(row, problems.of(row['sys_id'] ?? ''))
  const bytesOf = (sysId: string): Buffer => {
    const [file] = store.query('sys_attachment', { encoded: `table_name=${TABLE}^table_sys_id=${sysId}` }, systemCaller)
    return attachments.read(file?.['sys_id'] ?? '') ?? Buffer.alloc(0)
  }
  const enter = ({ sysId }: RetrievedSet, state: string): void =>
    void store.update(TABLE, sysId, { state }, systemCaller)
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
    preview: (set: RetrievedSet): void => {
      problems.replace(set.sysId, installations.preview(FILE, bytesOf(set.sysId)))
      enter(set, 'previewed')
    },
    decide: ({ sysId }: RetrievedSet, chosen: ReadonlySet<string>, answer: PreviewAnswer): void =>
      problems.decide(sysId, chosen, answer),
    /** Throws PackageRefused while something is to be decided. What the preview did not ask is committed. */
    commit: (set: RetrievedSet): void => {
      const decide: Decide = ({ update }) => {
        const asked = set.problems.find((problem) => problem.update === update)
        return asked ? asked.answer : 'accept'
      }
      installations.commitUpdateSet(FILE, bytesOf(set.sysId), decide)
      enter(set, 'committed')
    },
  }
}
