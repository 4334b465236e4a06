import { readFile } from 'node:fs/promises'

import type { ConnectedList } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, RefusedError } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import { tableOf } from '../table.ts'

/** Nobody has to do anything about these. */
const WELL: readonly string[] = ['would_link', 'linked', 'already'] satisfies ConnectedList['rows'][number]['outcome'][]

export const syncConnect: Command = {
  name: 'sync connect',
  summary: 'Make pairs of the keys in a CSV file; ends with 1 where a line made none',
  usage: '<id or name> <file.csv>',
  positionals: { min: 2, max: 2 },
  options: { ...ACTOR_OPTION, 'dry-run': { type: 'boolean' } },
  explain: { ...ACTOR_MEANING, 'dry-run': 'only say what would become of each line' },
  more: () =>
    'One pair a line, INC0010001,ACC-7: the key here and the one of the other side. Where the first is empty, the record here is the one whose correlation_id is the second.',
  run: async ({ words, node }) => {
    const [named = '', file = ''] = words.positionals
    const csv = await readFile(file, 'utf8').catch((error: Error) => {
      throw new RefusedError(`The file cannot be read: ${error.message}`)
    })
    const client = node()
    const params = { connectionId: await findConnectionId(client, named) }
    const isDryRun = words.flag('dry-run')
    const answer = await client.call('connectList', { params, body: { actor: actorOf(words), csv, isDryRun } })
    const rows = answer.rows.map(({ line, localKey, remoteKey, outcome, detail }) => [
      String(line),
      localKey,
      remoteKey,
      outcome,
      detail,
    ])
    const failed = answer.rows.filter(({ outcome }) => !WELL.includes(outcome)).length
    return {
      human: [
        ...tableOf(['LINE', 'OURS', 'THEIRS', 'OUTCOME', 'DETAIL'], rows),
        `${answer.rows.length - failed} of ${answer.rows.length} lines ${isDryRun ? 'would make a pair, or are one' : 'are pairs'}.`,
      ],
      json: answer,
      isRefusal: failed > 0,
    }
  },
}
