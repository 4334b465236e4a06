import { backUpSqlite } from '../../backup/sqlite-copy.ts'
import { type Command, RefusedError } from '../command.ts'
import { linesOfOurs } from '../output.ts'
import { DATA_DIR_MEANING, DATA_DIR_OPTION, dataDirOf, keysAtHand, UNSEALED_OPTION } from '../data-dir.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copy the embedded database while the node works; without its master key',
  usage: '<file>',
  positionals: { min: 1, max: 1 },
  options: { ...DATA_DIR_OPTION, ...UNSEALED_OPTION },
  explain: {
    ...DATA_DIR_MEANING,
    unsealed: 'without the master key at hand: nobody can tell later whether the copy was changed',
  },
  run: async (context) => {
    const file = context.words.positionals[0] ?? ''
    const unsealed = context.words.flag('unsealed')
    const keys = keysAtHand(context)
    if (!keys && !unsealed)
      throw new RefusedError(
        'A backup is sealed with the master key, so that a changed one is refused later. There is none: set ACCORD_MASTER_KEY to that of the node, or say --unsealed.',
      )
    backUpSqlite(dataDirOf(context), file, unsealed ? undefined : keys)
    const kept = 'The master key is not in it. Keep the two apart.\n'
    const aside = unsealed
      ? `THIS BACKUP CARRIES NO SEAL: nobody can tell later whether it was changed.\n${kept}`
      : kept
    return { human: [file], json: { file, sealed: !unsealed }, aside: linesOfOurs(aside) }
  },
}
