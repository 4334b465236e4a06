import { requirePrivateEnvFiles } from '../../config/config-file.ts'
import { loadConfig } from '../../config/config.ts'
import { describeSettings } from '../../config/describe-settings.ts'
import type { Command } from '../command.ts'

export const start: Command = {
  name: 'start',
  summary: 'Start the node: it serves its instance and other nodes until SIGTERM or SIGINT',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  more: () => `Settings (environment, or the file that ACCORD_CONFIG_FILE names):\n${describeSettings()}`,
  run: async ({ given, stop }) => {
    requirePrivateEnvFiles(process.execArgv)
    const config = loadConfig(given)
    const { createBridge } = await import('../../bridge.ts') // loads everything, which --help need not wait for
    const bridge = await createBridge(config)
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
    await bridge.close()
    return { human: [], json: null }
  },
}
