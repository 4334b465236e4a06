import { SetTrackerRequest } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, UsageError } from '../command.ts'
import { detailsOf } from '../table.ts'

export const tracker: Command = {
  name: 'tracker',
  summary: 'Say which tracker this side has, where it is no ServiceNow instance',
  usage: '--kind JIRA|GENERIC --url <address> --name <name>',
  positionals: { min: 0, max: 0 },
  options: { ...ACTOR_OPTION, kind: { type: 'string' }, url: { type: 'string' }, name: { type: 'string' } },
  explain: {
    ...ACTOR_MEANING,
    kind: 'JIRA or GENERIC',
    url: 'address of the tracker, for the other side to read; the node does not call it',
    name: 'name of this side, usually the company',
  },
  run: async ({ words, node }) => {
    const [kind, url, name] = ['kind', 'url', 'name'].map((option) => words.text(option))
    const request = SetTrackerRequest.safeParse({ kind, url, name, actor: actorOf(words) })
    if (!request.success) throw new UsageError('--kind (JIRA or GENERIC), --url and --name are needed.')
    const answer = await node().call('setTracker', { body: request.data })
    return { human: detailsOf({ Kind: kind, Address: url, Name: name }), json: answer }
  },
}
