/** A node as in service, but for its tracker: its records are in the process of the bench. */
import { createBridge } from '../../node-bridge/src/bridge.ts'
import { loadConfig } from '../../node-bridge/src/config/config.ts'
import { createRemoteTracker } from './remote-tracker.ts'

process.umask(0o077)
const tracker = createRemoteTracker({
  send: (message) => void process.send?.(message),
  onMessage: (listen) => void process.on('message', listen),
})
process.channel?.unref()
const bridge = await createBridge(loadConfig(process.env), { createTracker: () => tracker })
process.once('SIGTERM', () => void bridge.close().then(() => process.exit(0)))
