import { existsSync } from 'node:fs'
import path from 'node:path'

import { restoreSqlite } from '../../backup/sqlite-copy.ts'
import type { Command } from '../command.ts'
import { linesOfOurs } from '../output.ts'
import { DATA_DIR_MEANING, DATA_DIR_OPTION, dataDirOf, keysAtHand, UNSEALED_OPTION } from '../data-dir.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Put a backup into a data directory without a database, for a node that is stopped',
  usage: '<file>',
  positionals: { min: 1, max: 1 },
  options: { ...DATA_DIR_OPTION, ...UNSEALED_OPTION },
  explain: {
    ...DATA_DIR_MEANING,
    unsealed: 'take a backup that carries no seal: of an earlier release, or one that you trust otherwise',
  },
  run: async (context) => {
    const dataDir = dataDirOf(context)
    const unsealed = context.words.flag('unsealed')
    await restoreSqlite(context.words.positionals[0] ?? '', dataDir, { keys: keysAtHand(context), unsealed })
    const key = path.join(dataDir, 'master.key')
    const hasKey = existsSync(key) || Boolean(context.environment['ACCORD_MASTER_KEY'])
    const loud = unsealed
      ? 'THE SEAL WAS NOT ASKED FOR: whoever had this file in hand may have added users, links and connections. Look at accord console list, accord list and accord audit verify.\n'
      : ''
    const next = hasKey
      ? 'Start the node. Never run it and the one it was copied from at the same time.\n'
      : `Put the master key of that time at ${key} (mode 0600) before you start the node: it would make a new one, which opens nothing.\n`
    const aside = loud + next
    return { human: [dataDir], json: { dataDir, masterKeyFound: hasKey }, aside: linesOfOurs(aside) }
  },
}
