import { requirePrivateEnvFiles } from '../../config/config-file.ts'
import { loadConfig } from '../../config/config.ts'
import { consoleUrlOf } from '../../config/console-url.ts'
import { issueFirstLink } from '../../console/first-link.ts'
import { type Command, RefusedError } from '../command.ts'
import { onOwnDatabase, publicUrlOf } from '../own-database.ts'

/** Once an admin can sign in, that one or the operator's token is the way. */
export const consoleLink: Command = {
  name: 'console link',
  summary: "Print a one-time link for the first admin of the node's own console, with the settings of the node",
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ given }) => {
    requirePrivateEnvFiles(process.execArgv)
    const config = loadConfig(given)
    const consoleUrl = consoleUrlOf(config, publicUrlOf(config))
    const link = await onOwnDatabase(config, (database) =>
      issueFirstLink({ database, consoleUrl, now: () => new Date() }),
    )
    if (!link) throw new RefusedError('An admin can sign in already. For a new link run: accord console reset NAME')
    const aside = [`For the first admin. It works once, until ${link.expiresAt}, and is a secret until then.`]
    return { human: [link.url], json: link, aside }
  },
}
