/** Calls each address of its words as a node does, and prints as JSON what each way in makes of it. */
import { DEFAULT_API_BASE } from '@accord/shared/protocol'

import { examine } from '../../../src/diagnosis/examine.ts'
import { examineTls } from '../../../src/diagnosis/reach.ts'
import { createInstanceClient } from '../../../src/instance/instance-client.ts'
import { createRemoteNodeClient } from '../../../src/nodes/remote-node-client.ts'
import { createUrlGuard } from '../../../src/network/url-guard.ts'
import { isRefusal } from '../../../src/refusals/refusal.ts'

const guard = createUrlGuard({ allowHttpLoopback: true, allowedPrivateRanges: [] })
const client = createRemoteNodeClient(guard)
const instance = createInstanceClient(guard, () => new Date())

const found: object[] = []
for (const url of process.argv.slice(2)) {
  const peer = await client.send({ method: 'GET', url }).then(
    ({ status }) => String(status),
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  )
  const { problem } = await examine('tls', () => examineTls(guard, url, new Date()))
  const { verdict } = await instance.post(
    { instanceUrl: url, apiBase: DEFAULT_API_BASE },
    { body: '{}', headers: {} as never },
  )
  found.push({ peer, diagnosis: problem, callback: verdict.detail })
}
process.stdout.write(JSON.stringify(found))
client.close()
