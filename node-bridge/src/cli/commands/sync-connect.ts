import { readFile, stat } from 'node:fs/promises'

import { encodingOf } from '@accord/shared/protocol'
import type { ConnectedList } from '@accord/shared/schemas'
import { listPages } from '@accord/shared/sync'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, RefusedError } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { Lines } from '../output.ts'
import { tableOf } from '../table.ts'

type Row = ConnectedList['rows'][number]

export const syncConnect: Command = {
  name: 'sync connect',
  summary: 'Say what would become of a list of records that stand at both sides, and with --yes make pairs of them',
  usage: '<id or name> <file>',
  positionals: { min: 2, max: 2 },
  options: { ...ACTOR_OPTION, yes: { type: 'boolean' } },
  explain: {
    ...ACTOR_MEANING,
    yes: 'make the pairs; without it every line is only looked up, and nothing is sent to anybody',
  },
  more: () =>
    'The file holds one pair a line, ours first: INC0010001,ACC-7. Or it is what an instance exports of its table of sync pairs, with the columns local_key and remote_key.',
  run: async ({ words, node }) => {
    const client = node()
    const [named = '', file = ''] = words.positionals
    const pages = listPages(await readList(file))
    const params = { connectionId: await findConnectionId(client, named) }
    const isDryRun = !words.flag('yes')
    const actor = actorOf(words)
    const rows: Row[] = []
    for (const { csv, before } of pages) {
      const answer = await client.call('connectList', { params, body: { csv, isDryRun, actor } })
      rows.push(...answer.rows.map((row) => ({ ...row, line: row.line + before })))
    }
    const aside = isDryRun ? ['Nothing was connected: run this again with --yes.'] : []
    return { human: linesOf(rows), json: { rows }, aside, isRefusal: rows.some(({ outcome }) => isWrong(outcome)) }
  },
}

/** A million pairs have less. */
const MOST_BYTES = 67_108_864

async function readList(file: string): Promise<string> {
  const unreadable = (error: Error): never => {
    throw new RefusedError(`The file cannot be read: ${error.message}`)
  }
  const { size } = await stat(file).catch(unreadable)
  if (size > MOST_BYTES) throw new RefusedError('The file is larger than 64 MB: cut it into several.')
  const bytes = await readFile(file).catch(unreadable)
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new RefusedError('The file is neither UTF-8 nor UTF-16: save it anew as UTF-8.')
  }
}

const RIGHT: readonly Row['outcome'][] = ['linked', 'would_link', 'already']
const isWrong = (outcome: Row['outcome']): boolean => !RIGHT.includes(outcome)

/** What became of how many, and each line with which something is wrong. */
function linesOf(rows: readonly Row[]): Lines {
  const counts = new Map<string, number>()
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const wrong = rows.filter(({ outcome }) => isWrong(outcome))
  return [
    rows.length === 0
      ? 'The file names no records.'
      : [...counts].map(([name, count]) => `${name} ${count}`).join(', '),
    ...(wrong.length === 0
      ? []
      : tableOf(
          ['LINE', 'OURS', 'THEIRS', 'WHAT', 'WHY'],
          wrong.map(({ line, localKey, remoteKey, outcome, detail }) => [
            String(line),
            localKey,
            remoteKey,
            outcome,
            detail,
          ]),
        )),
  ]
}
