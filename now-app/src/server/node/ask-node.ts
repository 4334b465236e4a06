import { CONTRACTS } from '@accord/shared/contracts'
import type { Answer, Contract, ContractOf, OperationName, SchemaName } from '@accord/shared/contracts'
import type { ConnectionDetail, ConnectionList, ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import type { NodeCall } from '../bridge-client.ts'
import { storeConnection } from '../connection-rows/store-connection.ts'
import { storeList } from '../connection-rows/store-list.ts'
import { unlessRefused } from '../connection-rows/require-written.ts'
import { storeSnapshot } from '../connection-rows/store-snapshot.ts'

interface WithConnection {
  readonly connection: ConnectionSnapshot
}

/** Answers that hold connections, each with the function that updates the stored rows from it. A code in an answer is not stored. */
const STORES: Readonly<Partial<Record<SchemaName, (answer: never) => void>>> = {
  ConnectionDetail: (detail: ConnectionDetail) => unlessRefused(() => storeConnection(detail)),
  IssuedInvitation: ({ connection }: WithConnection) => unlessRefused(() => storeSnapshot(connection)),
  InitiateResponse: ({ connection }: WithConnection) => unlessRefused(() => storeSnapshot(connection)),
  ConnectionList: ({ connections }: ConnectionList) => storeList(connections),
}

/** As `callNode`, and stores what the answer holds. */
export function askNode<Name extends OperationName>(name: Name, call: NodeCall): Answer<ContractOf<Name>> {
  const contract: Contract = CONTRACTS[name]
  const answer = callNode(name, call)
  const store = contract.answer && STORES[contract.answer]
  if (store) store(answer as never)
  return answer
}
