import type { DiagnosisResult } from '@accord/shared/schemas'

import { connectionCommand } from '../connection-command.ts'
import type { Lines } from '../output.ts'

export const diagnose = connectionCommand({
  name: 'diagnose',
  summary: 'Examine the way to the other side of a connection; each step with its remedy',
  ask: async (client, call) => {
    const answer = await client.call('diagnoseConnection', call)
    const isRefusal = answer.results.some(({ result }) => result === 'failed')
    return { human: answer.results.flatMap(tell), json: answer, isRefusal }
  },
})

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ', skipped: '-      ' } as const

const tell = ({ step, result, durationMs, detail, remedy, problem }: DiagnosisResult): Lines => [
  `${MARKS[result]}  ${step.padEnd(9)} ${String(durationMs).padStart(5)} ms  ${detail}${problem === null ? '' : ` (${problem})`}`,
  ...(remedy === null ? [] : [`         → ${remedy}`]),
]
