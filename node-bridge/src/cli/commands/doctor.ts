import type { Finding } from '@accord/shared/schemas'

import { type Command, type CommandContext, RefusedError } from '../command.ts'
import { checkAudit, checkClock, checkJobs, checkReadiness } from '../doctor/check-node.ts'
import { checkPublicUrl } from '../doctor/check-public-url.ts'
import { checkSettings } from '../doctor/check-settings.ts'
import { checkTls } from '../doctor/check-tls.ts'
import { wayOutOf } from '../doctor/way-out.ts'
import type { UrlGuard } from '../../network/url-guard.ts'
import type { NodeClient } from '../node-client.ts'
import type { Lines } from '../output.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Look at everything that a connection needs; each finding with its remedy',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async (context) => {
    const findings = await examine(context)
    const isRefusal = findings.some(({ state }) => state === 'failed')
    return { human: findings.flatMap(tell), json: { findings }, isRefusal }
  },
}

async function examine({ environment, node }: CommandContext): Promise<Finding[]> {
  const client = node()
  const ready = checkReadiness(await client.call('readReadiness'))
  const others = examineNode(client, wayOutOf(environment)).catch((error: unknown): Finding[] => {
    if (ready.state === 'ok' || !(error instanceof RefusedError)) throw error
    return [
      {
        code: 'node',
        state: 'failed',
        detail: error.message,
        remedy: 'Remedy first what keeps the node from working.',
      },
    ]
  })
  return [checkSettings(environment), ready, ...(await others)]
}

async function examineNode(client: NodeClient, guard: UrlGuard): Promise<Finding[]> {
  const status = await client.call('readStatus')
  return [
    await checkPublicUrl(status, guard),
    await checkTls(status.nodeUrl, new Date(), guard),
    checkClock(status, new Date()),
    ...status.prerequisites.filter(({ code }) => code !== 'audit').map(findingForOperator),
    checkJobs(await client.call('listStuckJobs')),
    checkAudit(await client.call('verifyAudit')),
  ]
}

/** The finding about the schema is a warning for users, and a failure for the operator. */
const findingForOperator = (finding: Finding): Finding =>
  finding.code === 'schema' ? { ...finding, state: 'failed' } : finding

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' } as const

const tell = ({ state, code, detail, remedy }: Finding): Lines => [
  `${MARKS[state]}  ${code}: ${detail}`,
  ...(remedy === null ? [] : [`         → ${remedy}`]),
]
