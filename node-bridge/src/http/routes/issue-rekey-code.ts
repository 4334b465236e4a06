import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const issueRekeyCode = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('issueRekeyCode', ({ params, body }) => connections.issueRekeyCode(params.connectionId, body))
