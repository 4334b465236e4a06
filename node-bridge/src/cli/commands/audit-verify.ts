import { readFile } from 'node:fs/promises'

import type { AuditVerdict } from '@accord/shared/schemas'

import { entryOfLine } from '../../audit/audit-line.ts'
import { verifyExport } from '../../audit/verify-export.ts'
import type { ChainHead } from '../../audit/seal-audit.ts'
import { parseAnchor } from '../../audit/verify-chain.ts'
import { type Answer, type Command, type CommandContext, RefusedError, UsageError } from '../command.ts'
import { DATA_DIR_OPTION } from '../data-dir.ts'
import { verifyDatabase } from '../verify-database.ts'
import { linesOf, readAuditLines } from '../read-audit.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  summary: 'Follow the chain of the audit log; names the first entry that does not fit',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { ...DATA_DIR_OPTION, file: { type: 'string' }, database: { type: 'boolean' }, anchor: { type: 'string' } },
  explain: {
    'data-dir': 'verify the database of this directory, without the node',
    file: 'verify an exported file, without the node',
    database: 'verify the database that the settings name, without the node',
    anchor: '<number>:<hash> that you kept: the chain has to hold it',
  },
  run: async (context) => {
    const kept = context.words.text('anchor')
    const anchor = kept === undefined ? undefined : parseAnchor(kept)
    if (kept !== undefined && !anchor) throw new UsageError('An anchor is a number, a colon and 64 hexadecimal digits.')
    return tell(await verify(context, anchor))
  },
}

async function verify(
  { words, environment, node }: CommandContext,
  anchor: ChainHead | undefined,
): Promise<AuditVerdict> {
  const file = words.text('file')
  if (file !== undefined) return verifyExport(readFileLines(file), anchor)
  const dataDir = words.text('data-dir')
  if (dataDir !== undefined || words.flag('database')) return verifyDatabase(environment, dataDir, anchor)
  const client = node()
  const verdict = await client.call('verifyAudit')
  if (!verdict.intact || !anchor) return verdict
  // The node's word is not taken for what was kept elsewhere: its lines are followed here.
  return { ...(await verifyExport(entriesOf(readAuditLines(client, '0')), anchor)), seal: verdict.seal }
}

async function* readFileLines(file: string) {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new RefusedError(`The file cannot be read: ${error.message}`)
  })
  yield* entriesOf([linesOf(text)])
}

async function* entriesOf(pages: AsyncIterable<readonly string[]> | Iterable<readonly string[]>) {
  let number = 0
  for await (const page of pages)
    yield page.map((line) => {
      number += 1
      try {
        return entryOfLine(line)
      } catch {
        throw new RefusedError(`Line ${number} is not an entry of an audit log.`)
      }
    })
}

function tell(verdict: AuditVerdict): Answer {
  const { intact, entries, head, seal, waiting, broken } = verdict
  const found = intact
    ? `The audit log is whole: ${entries} entries, the last ${head.seq}:${head.hash}.`
    : `The audit log is broken at entry ${broken?.seq}${broken?.id ? ` (${broken.id})` : ''}: ${broken?.why}`
  const sealed = {
    fits: 'The head carries the seal of the master key.',
    broken: 'The seal does not fit.',
    unchecked: 'The seal was not checked.',
  }
  const waits = waiting > 0 ? ` ${waiting} entries wait for their place.` : ''
  return { human: [found, `${sealed[seal]}${waits}`], json: verdict, isRefusal: !intact }
}
