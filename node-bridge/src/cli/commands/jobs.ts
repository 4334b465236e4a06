import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { tableOf } from '../table.ts'

export const jobs: Command = {
  name: 'jobs',
  summary: 'Work that the node has given up or that keeps failing; with --rerun one is tried at once',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { ...ACTOR_OPTION, rerun: { type: 'string' } },
  explain: { ...ACTOR_MEANING, rerun: 'id of the job to try at once' },
  run: async ({ words, node }) => {
    const client = node()
    const jobId = words.text('rerun')
    if (jobId !== undefined) {
      const answer = await client.call('rerunJob', { params: { jobId }, body: { actor: actorOf(words) } })
      return { human: [`${answer.id} is tried at once.`], json: answer }
    }
    const answer = await client.call('listStuckJobs')
    const rows = answer.jobs.map(({ queue, connection, key, state, attempts, since, id, code, lastError }) => [
      queue,
      connection?.name ?? key,
      state,
      String(attempts),
      since,
      id,
      code ? `${code}: ${lastError}` : lastError,
    ])
    return {
      human: tableOf(['QUEUE', 'CONNECTION', 'STATE', 'TRIES', 'SINCE', 'ID', 'LAST ERROR'], rows),
      json: answer,
    }
  },
}
