import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readAuditTrail = ({ audit }: Pick<BridgeServices, 'audit'>) =>
  route('readAuditTrail', ({ params, query }) => audit.trail(params.connectionId, query))
