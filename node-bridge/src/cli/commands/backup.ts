import { backUpSqlite } from '../../operation/sqlite-copy.ts'
import type { Command } from '../command.ts'
import { DATA_DIR_MEANING, DATA_DIR_OPTION, dataDirOf } from '../data-dir.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'Copy the embedded database while the node works; without its master key',
  usage: '<file>',
  positionals: { min: 1, max: 1 },
  options: DATA_DIR_OPTION,
  explain: DATA_DIR_MEANING,
  run: async (context) => {
    const file = context.words.positionals[0] ?? ''
    backUpSqlite(dataDirOf(context), file)
    const aside = 'The master key is not in it. Keep the two apart.\n'
    return { human: `${file}\n`, json: { file }, aside }
  },
}
