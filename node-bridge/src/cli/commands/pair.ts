import { requirePrivateEnvFiles } from '../../config/config-file.ts'
import { loadConfig } from '../../config/config.ts'
import { issuePairingCode } from '../../instance/pairing-service.ts'
import type { Command, CommandContext } from '../command.ts'
import { onOwnDatabase, publicUrlOf } from '../own-database.ts'

export const pair: Command = {
  name: 'pair',
  summary: 'Print a one-time code that pairs an instance with the node',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: { local: { type: 'boolean' } },
  explain: {
    local: 'on the host of the node, with its settings and master key, by its database; needs no operator token',
  },
  run: async (context) => {
    const answer = context.words.flag('local')
      ? await issueHere(context)
      : await context.node().call('issuePairingCode')
    const aside = [`Paste it in Accord → Set-up on the instance. It works once, until ${answer.expiresAt}.`]
    return { human: [answer.pairingCode], json: answer, aside }
  },
}

/** Works beside a running node: both use the same database. */
function issueHere({ given }: CommandContext): Promise<{ pairingCode: string; expiresAt: string }> {
  requirePrivateEnvFiles(process.execArgv)
  const config = loadConfig(given)
  return onOwnDatabase(config, (database) =>
    issuePairingCode({ database, publicUrl: publicUrlOf(config), now: () => new Date() }),
  )
}
