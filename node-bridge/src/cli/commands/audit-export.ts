import type { Command } from '../command.ts'
import { escapeInJson } from '../output.ts'
import { readAuditLines } from '../read-audit.ts'

export const auditExport: Command = {
  name: 'audit export',
  summary: 'The audit log as NDJSON on standard output',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { after: { type: 'string' } },
  explain: { after: 'number of the last entry that you have' },
  run: async ({ words, node }) => {
    const lines: string[] = []
    for await (const page of readAuditLines(node(), words.text('after') ?? '0')) lines.push(...page)
    return {
      human: lines.map(escapeInJson),
      json: lines.map((line): unknown => JSON.parse(line)),
      aside: [`${lines.length} entries`],
    }
  },
}
