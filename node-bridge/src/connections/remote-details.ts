import { quoted } from '@accord/shared/protocol'
import type { NodeInfo } from '@accord/shared/schemas'

import type { RemoteDetails } from '../store/connections/connection-record.ts'

export const UNKNOWN_REMOTE: RemoteDetails = {
  instanceUid: null,
  name: null,
  nodeUrl: null,
  instanceUrl: null,
  nodeType: null,
  nodeVersion: null,
  pollOnly: false,
}

export const remoteDetailsOf = (node: NodeInfo): RemoteDetails => ({
  instanceUid: node.instanceUid,
  name: node.name,
  nodeUrl: node.baseUrl,
  instanceUrl: node.issueTrackerUrl,
  nodeType: node.nodeType,
  nodeVersion: node.nodeVersion,
  pollOnly: node.pollOnly,
})

/** The other side's own name in a sentence, or a word for it while it is unknown. */
export const remoteName = ({ name }: Pick<RemoteDetails, 'name'>, unknown = 'The other side'): string =>
  name === null ? unknown : quoted(name)
