import { shownUrl } from '@accord/shared/protocol'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import { readSecret } from '../read-secret.ts'
import { showDetails } from '../show-connection.ts'
import { detailsOf } from '../table.ts'

export const accept: Command = {
  name: 'accept',
  summary: 'Review an invitation code, and with --yes accept it',
  usage: '[<file> | -]',
  positionals: { min: 0, max: 1 },
  options: { ...ACTOR_OPTION, name: { type: 'string' }, yes: { type: 'boolean' } },
  explain: {
    ...ACTOR_MEANING,
    name: 'name of the connection on this side',
    yes: 'accept; without it the invitation is only shown, and nothing is sent to anybody',
  },
  run: async ({ words, node }) => {
    const client = node()
    const text = await readSecret(words.positionals[0])
    if (!words.flag('yes')) {
      const preview = await client.call('previewInvitation', { body: { text } })
      const human = detailsOf({
        Invitation: preview.name,
        From: preview.source.name,
        'Their node': preview.source.nodeUrl && shownUrl(preview.source.nodeUrl),
        'Their instance': preview.source.instanceUrl && shownUrl(preview.source.instanceUrl),
        'Their key': preview.keyFingerprint,
        Description: preview.description,
        Expires: `${preview.expiresAt}${preview.expired ? ' (over)' : ''}`,
        'Bound to us': preview.boundToThisInstance ? 'yes' : 'no: whoever holds the code may redeem it',
        Name: preview.nameFree ? 'free' : `taken; --name "${preview.suggestedName}" is free`,
        Warnings: preview.warnings.join(', '),
      })
      return { human, json: preview, aside: ['Compare the key by phone, then run this again with --yes.'] }
    }
    const name = words.text('name')
    const body = { text, actor: actorOf(words), ...(name === undefined ? {} : { name }) }
    const answer = await client.call('acceptInvitation', { body })
    return { human: showDetails(answer.connection), json: answer, isRefusal: answer.connection.state === 'failed' }
  },
}
