import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readStatus = ({ node }: Pick<BridgeServices, 'node'>) => route('readStatus', () => node.status())
