import type { DescribeAnswer, DescribedTable } from '@accord/shared/schemas'

import type { InstanceCalls } from './instance-calls.ts'

/** So long what sync access opens is taken from memory. Whatever was closed meanwhile the instance refuses by itself. */
const KEPT_MS = 60_000

export interface Tables {
  /** As it is now. */
  describe(): Promise<DescribeAnswer>
  /** Undefined for a table without an entry of sync access. */
  find(table: string): Promise<DescribedTable | undefined>
}

export function createTables({ describe }: InstanceCalls, now: () => Date): Tables {
  let kept: { readonly until: number; readonly tables: Promise<DescribeAnswer> } | undefined
  const fresh = (): Promise<DescribeAnswer> => {
    const tables = describe({})
    kept = { until: now().getTime() + KEPT_MS, tables }
    tables.catch(() => (kept = undefined))
    return tables
  }
  return {
    describe: fresh,
    find: async (table) => {
      const { tables } = await (kept && kept.until > now().getTime() ? kept.tables : fresh())
      return tables.find((each) => each.table === table)
    },
  }
}
