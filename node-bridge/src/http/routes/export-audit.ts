import type { BridgeServices } from '../../services.ts'
import { textRoute } from '../route.ts'

export const exportAudit = ({ audit }: Pick<BridgeServices, 'audit'>) =>
  textRoute('exportAudit', (query) => audit.page(query))
