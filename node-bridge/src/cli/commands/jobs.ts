import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { tableOf } from '../table.ts'

export const jobs: Command = {
  name: 'jobs',
  summary: 'Work that the node has given up; with --rerun one is tried again',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { ...ACTOR_OPTION, rerun: { type: 'string' } },
  explain: { ...ACTOR_MEANING, rerun: 'id of the job to try again' },
  run: async ({ words, node }) => {
    const client = node()
    const jobId = words.text('rerun')
    if (jobId !== undefined) {
      const answer = await client.call('rerunJob', { params: { jobId }, body: { actor: actorOf(words) } })
      return { human: `${answer.id} is tried again.\n`, json: answer }
    }
    const answer = await client.call('listDeadJobs')
    const rows = answer.jobs.map(({ queue, key, attempts, createdAt, id, lastError }) => [
      queue,
      key,
      String(attempts),
      createdAt,
      id,
      lastError,
    ])
    return { human: tableOf(['QUEUE', 'KEY', 'TRIES', 'SINCE', 'ID', 'LAST ERROR'], rows), json: answer }
  },
}
