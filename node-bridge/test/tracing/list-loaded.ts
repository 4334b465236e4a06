/** Starts a node, stops it again, and prints the files of packages that were loaded meanwhile. */
import { registerHooks } from 'node:module'

const loaded: string[] = []
registerHooks({
  load: (url, context, nextLoad) => {
    loaded.push(url)
    return nextLoad(url, context)
  },
})

const { createBridge } = await import('../../src/bridge.ts')
const { loadConfig } = await import('../../src/config/config.ts')
const bridge = await createBridge(loadConfig({ ...process.env, ACCORD_LOG_LEVEL: 'silent' }), { show: () => undefined })
await bridge.close()
process.stdout.write(loaded.join('\n'))
