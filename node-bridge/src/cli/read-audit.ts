import { entryOfLine } from '../audit/audit-line.ts'
import type { NodeClient } from './node-client.ts'

const PAGE = '1000'

/** Lines of NDJSON, page by page. */
export async function* readAuditLines(node: NodeClient, from: string): AsyncGenerator<readonly string[]> {
  for (let after = from; ;) {
    const lines = linesOf(await node.text('exportAudit', { query: { after, limit: PAGE } }))
    const last = lines.at(-1)
    if (last === undefined) return
    yield lines
    after = String(entryOfLine(last).seq)
  }
}

export const linesOf = (ndjson: string): string[] => ndjson.split('\n').filter((line) => line.trim() !== '')
