import { BACKFILL_RATE } from '@accord/shared/sync'
import type { BackfillView, ChangeBackfillRequest } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, UsageError, type Words } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import type { Lines } from '../output.ts'

const STEPS = ['start', 'status', 'pause', 'resume', 'end', 'rate'] as const
type Step = (typeof STEPS)[number]
type Params = { readonly connectionId: string }

export const syncBackfill: Command = {
  name: 'sync backfill',
  summary:
    'Bring in records that match the trigger and existed before it: count, start, status, pause, resume, end, rate',
  usage: `${STEPS.join('|')} <id or name>`,
  positionals: { min: 2, max: 2 },
  options: { ...ACTOR_OPTION, rate: { type: 'string' }, yes: { type: 'boolean' } },
  explain: {
    ...ACTOR_MEANING,
    rate: `records a minute, ${BACKFILL_RATE.least} to ${BACKFILL_RATE.most}; ${BACKFILL_RATE.usual} where nobody says`,
    yes: 'start it; without it start only counts, and nothing is sent to anybody',
  },
  run: async ({ words, node }) => {
    const [given = '', named = ''] = words.positionals
    const step = STEPS.find((each) => each === given)
    if (!step) throw new UsageError(`sync backfill knows ${STEPS.join(', ')}, and no ${given}.`)
    const client = node()
    const params = { connectionId: await findConnectionId(client, named) }
    if (step === 'status') return reported(await client.call('readBackfill', { params }))
    if (step === 'start') return start(client, params, words)
    return reported(await client.call('changeBackfill', { params, body: changeOf(step, words) }))
  },
}

async function start(client: NodeClient, params: Params, words: Words) {
  const actor = actorOf(words)
  const rate = rateOf(words)
  if (words.flag('yes')) {
    const body = { actor, ...(rate !== undefined && { perMinute: rate }) }
    return reported(await client.call('beginBackfill', { params, body }))
  }
  const count = await client.call('countBackfill', { params, body: { actor } })
  const perMinute = rate ?? count.perMinute
  const open = count.matching - count.paired
  const minutes = Math.ceil(open / perMinute)
  return {
    human: [
      `${count.matching} records match the trigger, ${count.isExact ? '' : 'about '}${count.paired} of them are in a pair already.`,
      `${open} would be brought in, ${perMinute} a minute: about ${minutes} minutes.`,
    ],
    json: { ...count, perMinute, minutes },
    aside: ['Nothing was started: run this again with --yes.'],
  }
}

function changeOf(step: Exclude<Step, 'start' | 'status'>, words: Words): ChangeBackfillRequest {
  const perMinute = rateOf(words)
  if (step === 'rate' && perMinute === undefined) throw new UsageError('Which rate? Say --rate and records a minute.')
  return {
    actor: actorOf(words),
    ...(step !== 'rate' && { step }),
    ...(perMinute !== undefined && { perMinute }),
  }
}

function rateOf(words: Words): number | undefined {
  const given = words.text('rate')
  if (given === undefined) return undefined
  const rate = Number(given)
  if (!Number.isInteger(rate) || rate < BACKFILL_RATE.least || rate > BACKFILL_RATE.most)
    throw new UsageError(`A rate is a whole number from ${BACKFILL_RATE.least} to ${BACKFILL_RATE.most}.`)
  return rate
}

const reported = (view: BackfillView) => ({ human: linesOf(view), json: view })

const WAITS: Readonly<Record<NonNullable<NonNullable<BackfillView['backfill']>['waits']>['reason'], string>> = {
  deactivated: 'the connection rests: activate it, here or at the other side',
  trigger_off: 'the trigger is not active: publish it as active, or end this',
  peer_unready: 'the other side has published no rules yet',
  peer_away: 'the other side does not answer',
  peer_full: 'the other side has asked to wait',
  under_way: 'what was begun has to come through first',
  held: 'of what it began many wait for a person, here or there: accord sync status says why',
  changes_first: 'what people change now is ahead of it',
  tracker_rests: 'the tracker is not called now',
  budget: 'half of the calls to the instance are kept for what people change now',
  refused: 'the tracker does not let these records be listed',
  unreachable: 'the tracker did not answer; it is asked again',
}

function linesOf({ backfill }: BackfillView): Lines {
  if (!backfill) return ['Nothing was brought in yet: accord sync backfill start <id or name> counts.']
  const { state, table, query, seen, total, opened, underWay, perMinute, beganAt, beganBy, endedBy, waits } = backfill
  return [
    `${state}: ${seen} of ${total} records of ${table} looked at, ${opened} begun, ${perMinute} a minute.`,
    `trigger ${query === '' ? 'every record' : query}, began ${beganAt} for ${beganBy}; ${underWay} pairs of the connection are on their way.`,
    ...(waits
      ? [
          `waits: ${WAITS[waits.reason]}${waits.code ? ` (${waits.code})` : ''}${waits.until ? `, until ${waits.until}` : ''}.`,
        ]
      : []),
    ...(state === 'ended'
      ? [endedBy === null ? 'Another trigger was published, which ended it: start it again.' : `Ended by ${endedBy}.`]
      : []),
  ]
}
