import { CONTRACTS } from '@accord/shared/contracts'
import type { Answer, ContractOf, OperationName } from '@accord/shared/contracts'
import { pathOf } from '@accord/shared/protocol'
import { queryText } from './http/query.ts'
import { exchange } from './node/exchange.ts'
import { validateAnswer } from './node/validate-answer.ts'
import { requirePairedNode } from './node/pairing-record.ts'

export interface NodeCall {
  readonly requestId: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
  /** Where it shall not wait as long as other calls may. */
  readonly timeoutMs?: number
}

/**
 * Calls an operation of the paired node and gives the answer of its contract. Throws a Refusal:
 * `not_paired`, `instance_copied`, `node_unreachable`, `protocol_violation`, or whatever the node itself refuses.
 */
export function callNode<Name extends OperationName>(name: Name, call: NodeCall): Answer<ContractOf<Name>> {
  const node = requirePairedNode()
  return callNodeAt(node.nodeUrl, name, { ...call, token: node.token })
}

/** As callNode, for the one call that comes before a pairing. */
export function callNodeAt<Name extends OperationName>(
  nodeUrl: string,
  name: Name,
  call: NodeCall & { readonly token?: string },
): Answer<ContractOf<Name>> {
  const { method, path } = CONTRACTS[name]
  const url = nodeUrl.replace(/\/+$/, '') + pathOf(path, call.params ?? {}) + queryText(call.query)
  const { requestId, token, body, timeoutMs } = call
  const answer = exchange({
    method,
    url,
    requestId,
    ...(token ? { token } : {}),
    ...(body ? { body } : {}),
    ...(timeoutMs ? { timeoutMs } : {}),
  })
  // The node checks its own answers against the schemas; parsing them again here would ship the schemas to the instance.
  return validateAnswer(answer) as Answer<ContractOf<Name>>
}
