import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const contactConnection = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('contactConnection', ({ params, body }) => connections.contact(params.connectionId, body))
