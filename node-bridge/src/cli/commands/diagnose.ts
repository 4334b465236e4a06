import type { DiagnosisResult } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import type { Lines } from '../output.ts'
import { findConnectionId } from '../find-connection.ts'

export const diagnose: Command = {
  name: 'diagnose',
  summary: 'Examine the way to the other side of a connection; each step with its remedy',
  usage: '<id or name>',
  positionals: { min: 1, max: 1 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
  run: async ({ words, node }) => {
    const client = node()
    const connectionId = await findConnectionId(client, words.positionals[0] ?? '')
    const body = { actor: actorOf(words) }
    const answer = await client.call('diagnoseConnection', { params: { connectionId }, body })
    const isRefusal = answer.results.some(({ result }) => result === 'failed')
    return { human: answer.results.flatMap(tell), json: answer, isRefusal }
  },
}

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ', skipped: '-      ' } as const

const tell = ({ step, result, durationMs, detail, remedy, problem }: DiagnosisResult): Lines => [
  `${MARKS[result]}  ${step.padEnd(9)} ${String(durationMs).padStart(5)} ms  ${detail}${problem === null ? '' : ` (${problem})`}`,
  ...(remedy === null ? [] : [`         → ${remedy}`]),
]
