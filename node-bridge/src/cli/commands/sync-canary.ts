import type { CanaryView } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, UsageError } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { Lines } from '../output.ts'
import { tableOf } from '../table.ts'

export const syncCanary: Command = {
  name: 'sync canary',
  summary:
    'How scripts do that some pairs run first; --publish makes them those of all pairs, --give-up brings back the ones of before',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: { ...ACTOR_OPTION, publish: { type: 'boolean' }, 'give-up': { type: 'boolean' } },
  explain: {
    ...ACTOR_MEANING,
    publish: 'do not wait for the rest of the pairs',
    'give-up': 'the pairs that ran by them go on by the published scripts',
  },
  run: async ({ words, node }) => {
    const client = node()
    const [publish, giveUp] = [words.flag('publish'), words.flag('give-up')]
    if (publish && giveUp) throw new UsageError('Either --publish or --give-up.')
    const params = { connectionId: await findConnectionId(client, words.positionals[0] ?? '') }
    const decision = publish ? 'publish' : 'giveUp'
    const view =
      publish || giveUp
        ? await client.call('endCanary', { params, body: { decision, actor: actorOf(words) } })
        : await client.call('readCanary', { params })
    return { human: linesOf(view), json: view }
  },
}

function linesOf({ canary }: CanaryView): Lines {
  if (!canary) return ['No scripts were ever tried on some pairs first: accord rules publish --canary does.']
  const { state, versions, ofPairs, mostFailures, pairs, beganAt, beganBy, endedAt, endedBy } = canary
  const named = versions.map(({ direction, version, before }) => `${direction} ${version} beside ${before}`).join(', ')
  const count = (outcome: string) => pairs.filter((pair) => pair.outcome === outcome).length
  const failing = pairs.filter(({ outcome }) => outcome === 'failed' || outcome === 'as_before')
  return [
    `${state}: ${named}, begun by ${beganBy} at ${beganAt}${endedAt ? `, ended by ${endedBy ?? 'itself'} at ${endedAt}` : ''}`,
    `${count('passed')} of ${ofPairs} pairs passed, ${count('as_before')} fail as before, ${count('failed')} fail that did not (${mostFailures} end it), ${count('running')} under way`,
    ...(failing.length === 0
      ? []
      : tableOf(
          ['OURS', 'WHAT', 'CODE', 'LINE', 'WHY', 'PAIR'],
          failing.map(({ itemId, key, outcome, code, message, line }) => [
            key ?? '',
            outcome,
            code ?? '',
            line === null ? '' : String(line),
            message,
            itemId,
          ]),
        )),
  ]
}
