import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const verifyAudit = ({ audit }: Pick<BridgeServices, 'audit'>) => route('verifyAudit', () => audit.verify())
