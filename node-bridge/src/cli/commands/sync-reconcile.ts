import type { DriftView } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { Lines } from '../output.ts'
import { tableOf } from '../table.ts'

export const syncReconcile: Command = {
  name: 'sync reconcile',
  summary:
    'How far what both sides hold is equal; with --check it is compared anew, with --settle what differs is sent again',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: { ...ACTOR_OPTION, check: { type: 'boolean' }, settle: { type: 'boolean' } },
  explain: {
    ...ACTOR_MEANING,
    check: 'compare every pair, in the background; no value of either side travels',
    settle: 'have the pairs that a check has found send their whole states, by the rules of a conflict',
  },
  run: async ({ words, node }) => {
    const client = node()
    const params = { connectionId: await findConnectionId(client, words.positionals[0] ?? '') }
    const body = { actor: actorOf(words) }
    if (words.flag('check')) return reported(await client.call('checkDrift', { params, body }))
    if (words.flag('settle')) return reported(await client.call('settleDrift', { params, body }))
    return reported(await client.call('readDrift', { params }))
  },
}

const reported = (view: DriftView) => ({ human: linesOf(view), json: view })

function linesOf({ check, pairs }: DriftView): Lines {
  if (!check) return ['Nothing was compared yet: accord sync reconcile <id or name> --check begins.']
  const { state, checked, total, equal, mapped, different, missing, moving, beganAt, beganBy, problem } = check
  const rows = pairs.map(({ localKey, remoteKey, verdict, paths }) => [
    localKey ?? '',
    remoteKey ?? '',
    verdict,
    paths.join(' '),
  ])
  return [
    `${state}: ${checked} of ${total} pairs compared since ${beganAt}, for ${beganBy}.`,
    `equal ${equal} (as both have agreed, though not alike: ${mapped}), different ${different}, missing ${missing}, moving ${moving}`,
    ...(problem === null ? [] : [`The other side could not be asked (${problem}); it is asked again.`]),
    ...(rows.length === 0 ? [] : tableOf(['OURS', 'THEIRS', 'WHAT', 'PATHS'], rows)),
  ]
}
