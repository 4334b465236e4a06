import { CONTRACTS } from '@accord/shared/contracts'
import type { Answer, Contract, ContractOf, OperationName, SchemaName } from '@accord/shared/contracts'
import type { ConnectionDetail, ConnectionList, ConnectionSnapshot } from '@accord/shared/schemas'
import { callNode } from '../bridge-client.ts'
import type { NodeCall } from '../bridge-client.ts'
import { mirrorConnection } from '../mirror/mirror-connection.ts'
import { mirrorList } from '../mirror/mirror-list.ts'
import { unlessRefused } from '../mirror/require-written.ts'
import { storeSnapshot } from '../mirror/store-snapshot.ts'

interface WithConnection {
  readonly connection: ConnectionSnapshot
}

/** The answers that hold connections: whoever asks heals the mirrors on the way. A code among them is kept nowhere. */
const MIRRORS: Readonly<Partial<Record<SchemaName, (answer: never) => void>>> = {
  ConnectionDetail: (detail: ConnectionDetail) => unlessRefused(() => mirrorConnection(detail)),
  IssuedInvitation: ({ connection }: WithConnection) => unlessRefused(() => storeSnapshot(connection)),
  InitiateResponse: ({ connection }: WithConnection) => unlessRefused(() => storeSnapshot(connection)),
  ConnectionList: ({ connections }: ConnectionList) => mirrorList(connections),
}

/** As `callNode`, and mirrors what the answer holds. */
export function askNode<Name extends OperationName>(name: Name, call: NodeCall): Answer<ContractOf<Name>> {
  const contract: Contract = CONTRACTS[name]
  const answer = callNode(name, call)
  const mirror = contract.answer && MIRRORS[contract.answer]
  if (mirror) mirror(answer as never)
  return answer
}
