import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const acceptInvitation = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('acceptInvitation', ({ body }) => connections.accept(body))
