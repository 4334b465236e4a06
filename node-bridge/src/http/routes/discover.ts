import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const discover = ({ node }: Pick<BridgeServices, 'node'>) => route('discover', () => node.discoveryDocument())
