import { requirePrivateEnvFiles } from '../../config/config-file.ts'
import { validateSettings } from '../../config/config.ts'
import { rotateMasterKey } from '../../master-key/rotate-master-key.ts'
import type { Command } from '../command.ts'
import { linesOfOurs } from '../output.ts'

export const rotateMasterKeyCommand: Command = {
  name: 'rotate-master-key',
  summary: 'Seal everything with a new master key, beside the settings of the node; safe to interrupt and to repeat',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ given }) => {
    requirePrivateEnvFiles(process.execArgv)
    const said = await rotateMasterKey(validateSettings(given))
    return { human: linesOfOurs(said), json: { done: true } }
  },
}
