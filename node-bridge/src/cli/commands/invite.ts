import { randomUUID } from 'node:crypto'

import { InitiateRequest } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, UsageError, type Words } from '../command.ts'
import { showDetails } from '../show-connection.ts'

const HOUR_MS = 3_600_000

export const invite: Command = {
  name: 'invite',
  summary: 'Create a connection and print its invitation code',
  usage: '--local <short name> --remote <short name>',
  positionals: { min: 0, max: 0 },
  options: {
    ...ACTOR_OPTION,
    local: { type: 'string' },
    remote: { type: 'string' },
    name: { type: 'string' },
    to: { type: 'string' },
    description: { type: 'string' },
    hours: { type: 'string' },
    mode: { type: 'string' },
    approval: { type: 'boolean' },
  },
  explain: {
    ...ACTOR_MEANING,
    local: 'short name of this side',
    remote: 'short name of the other side',
    name: 'name of the connection; "<local> to <remote>" when absent',
    to: 'URL of the other instance or its node; without it whoever holds the code may redeem it',
    description: 'shown to the other side',
    hours: 'how long the code is valid; 72 when absent',
    mode: 'script, where each side writes its rules, or basic, where they are ready and fixed; script when absent',
    approval: 'decide after the redeem, with `accord approve` or `accord reject`',
  },
  run: async ({ words, node }) => {
    const body = requestOf(words)
    const { connection, code } = await node().call('initiateConnection', { body })
    const aside = [...showDetails(connection), '', 'The code is a secret until it is redeemed, and is not shown again:']
    return code === null || code === undefined
      ? { human: showDetails(connection), json: { connection } }
      : { human: [code], json: { connection, code }, aside }
  },
}

function requestOf(words: Words): InitiateRequest {
  const [local, remote, hours] = [words.text('local'), words.text('remote'), words.text('hours')]
  if (!local || !remote) throw new UsageError('Both --local and --remote are needed.')
  const request = InitiateRequest.safeParse({
    requestId: randomUUID(),
    destinationUrl: words.text('to') ?? null,
    mode: words.text('mode') ?? 'script',
    localShortName: local,
    remoteShortName: remote,
    name: words.text('name') ?? `${local} to ${remote}`,
    description: words.text('description') ?? '',
    ...(hours === undefined ? {} : { expiresInMs: Number(hours) * HOUR_MS }),
    ...(words.flag('approval') ? { approval: true } : {}),
    actor: actorOf(words),
  })
  if (request.success) return request.data
  throw new UsageError(request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}
