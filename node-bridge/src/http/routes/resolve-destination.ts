import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const resolveDestination = ({ node }: Pick<BridgeServices, 'node'>) =>
  route('resolveDestination', ({ body }) => node.resolveDestination(body))
