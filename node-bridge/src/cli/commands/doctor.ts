import type { Finding } from '@accord/shared/schemas'

import type { Command, CommandContext } from '../command.ts'
import { checkAudit, checkClock, checkJobs } from '../doctor/check-node.ts'
import { checkPublicUrl } from '../doctor/check-public-url.ts'
import { checkSettings } from '../doctor/check-settings.ts'
import { checkTls } from '../doctor/check-tls.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'Look at everything that a connection needs; each finding with its mend',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async (context) => {
    const findings = await examine(context)
    const isRefusal = findings.some(({ state }) => state === 'failed')
    return { human: findings.map(tell).join(''), json: { findings }, isRefusal }
  },
}

async function examine({ environment, node }: CommandContext): Promise<Finding[]> {
  const client = node()
  const status = await client.call('readStatusAsOperator')
  const readiness = await client.call('readReadiness')
  const broken = Object.keys(readiness.checks).filter((part) => !readiness.checks[part])
  const ready: Finding = readiness.ready
    ? { code: 'ready', state: 'ok', detail: 'The database answers and the background work runs.', mend: null }
    : { code: 'ready', state: 'failed', detail: `Not ready: ${broken.join(', ')}`, mend: 'Read the log of the node.' }
  return [
    checkSettings(environment),
    ready,
    await checkPublicUrl(status),
    await checkTls(status.nodeUrl, new Date()),
    checkClock(status, new Date()),
    ...status.prerequisites,
    checkJobs(await client.call('listStuckJobsAsOperator')),
    checkAudit(await client.call('verifyAudit')),
  ]
}

const MARKS = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' } as const

const tell = ({ state, code, detail, mend }: Finding): string =>
  `${MARKS[state]}  ${code}: ${detail}\n${mend === null ? '' : `         → ${mend}\n`}`
