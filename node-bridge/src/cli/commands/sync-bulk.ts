import type { Bulk, Bulks, CheckBulkRequest } from '@accord/shared/schemas'
import { BULK_FILTERS, BULK_STEPS, type BulkStep } from '@accord/shared/sync'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, UsageError, type Words } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import { tableOf } from '../table.ts'

const CHANGES = ['pause', 'resume', 'cancel'] as const
type Change = (typeof CHANGES)[number]
const WORDS = [...BULK_STEPS, 'status', ...CHANGES]

/** What becomes of the pairs, and what nobody can take back. */
const MEANINGS: Readonly<Record<BulkStep, string>> = {
  retry: 'Each is tried again with the rules of now; what cannot go on waits again. Nothing is lost.',
  skip: 'What the other side sent is passed over for ever; its next change is taken again. This cannot be undone.',
  unlink:
    'Each pair ends at both sides; both records stay. This cannot be undone; accord sync connect makes pairs of them again.',
}

export const syncBulk: Command = {
  name: 'sync bulk',
  summary: 'Retry, skip or unlink many pairs of the queue at once: dry run, start, status, pause, resume, cancel',
  usage: `${WORDS.join('|')} [<id>]`,
  positionals: { min: 1, max: 2 },
  options: {
    ...ACTOR_OPTION,
    yes: { type: 'boolean' },
    ...Object.fromEntries(
      ['connection', 'cause', 'table', 'state', 'unmoved'].map((name) => [name, { type: 'string' }] as const),
    ),
  },
  explain: {
    ...ACTOR_MEANING,
    yes: 'do it; without it retry, skip and unlink only count, and change nothing',
    connection: 'only pairs of this connection, by its id or name',
    cause: 'only those that wait with this code, as sync status names it',
    table: 'only those of this table',
    state: `only these: ${BULK_FILTERS.join(', ')}; held where nobody says. all: every pair of a connection, to be unlinked`,
    unmoved: 'only those to which nothing has happened for so many minutes',
  },
  run: async ({ words, node }) => {
    const [given = '', id] = words.positionals
    const client = node()
    const step = BULK_STEPS.find((each) => each === given)
    if (step) return begin(client, step, words)
    if (given === 'status') return reported(await client.call('listBulks'))
    const change = CHANGES.find((each) => each === given)
    if (!change) throw new UsageError(`sync bulk knows ${WORDS.join(', ')}, and no ${given}.`)
    return changed(client, change, id, words)
  },
}

async function begin(client: NodeClient, step: BulkStep, words: Words) {
  const body = await meantBy(client, step, words)
  const check = await client.call('checkBulk', { body })
  if (words.flag('yes') && check.count > 0)
    return reported(await client.call('beginBulk', { body: { ...body, asOf: check.asOf } }))
  const rows = check.sample.map(({ local, remote, status, faults }) => [
    local.key ?? '',
    remote.key ?? '',
    status,
    faults.map(({ code }) => code).join(' '),
  ])
  return {
    human: [
      `${step}: ${check.count} pairs.`,
      MEANINGS[step],
      ...(rows.length > 0 ? tableOf(['OURS', 'THEIRS', 'STATUS', 'WAITS FOR'], rows) : []),
    ],
    json: check,
    ...(check.count > 0 ? { aside: ['Nothing was done: run this again with --yes.'] } : {}),
  }
}

async function meantBy(client: NodeClient, step: BulkStep, words: Words): Promise<CheckBulkRequest> {
  const [connection, cause, table] = [words.text('connection'), words.text('cause'), words.text('table')]
  const [state, unmoved] = [words.text('state') ?? 'held', words.text('unmoved')]
  const filter = BULK_FILTERS.find((each) => each === state)
  if (!filter) throw new UsageError(`A state is one of ${BULK_FILTERS.join(', ')}.`)
  const unmovedMinutes = unmoved === undefined ? undefined : Number(unmoved)
  if (unmovedMinutes !== undefined && !Number.isInteger(unmovedMinutes))
    throw new UsageError('--unmoved is a whole number of minutes.')
  return {
    step,
    filter,
    actor: actorOf(words),
    ...(connection === undefined ? {} : { connectionId: await findConnectionId(client, connection) }),
    ...(cause === undefined ? {} : { cause }),
    ...(table === undefined ? {} : { table }),
    ...(unmovedMinutes === undefined ? {} : { unmovedMinutes }),
  }
}

/** Without an id the one that can be changed so is meant, where it is the only one. */
async function changed(client: NodeClient, step: Change, id: string | undefined, words: Words) {
  const { bulks } = await client.call('listBulks')
  const open = bulks.filter(({ state }) => state === 'running' || state === 'paused')
  const bulkId = id ?? (open.length === 1 ? open[0]?.id : undefined)
  if (bulkId === undefined) throw new UsageError('Which one? accord sync bulk status names the ids.')
  return reported(await client.call('changeBulk', { params: { bulkId }, body: { step, actor: actorOf(words) } }))
}

const reported = (answer: Bulks) => ({
  human:
    answer.bulks.length === 0
      ? ['Nothing was done with many pairs yet.']
      : tableOf(['STEP', 'STATE', 'SEEN', 'OF', 'DONE WITH', 'BEGAN', 'BY', 'ID'], answer.bulks.map(rowOf)),
  json: answer,
})

const rowOf = ({ step, state, seen, total, changed: done, beganAt, beganBy, id }: Bulk): readonly string[] => [
  step,
  state,
  String(seen),
  String(total),
  String(done),
  beganAt,
  beganBy,
  id,
]
