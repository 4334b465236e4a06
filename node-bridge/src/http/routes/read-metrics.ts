import type { BridgeServices } from '../../services.ts'
import { textRoute } from '../route.ts'

export const readMetrics = ({ metrics }: Pick<BridgeServices, 'metrics'>) =>
  textRoute('readMetrics', () => metrics.render())
