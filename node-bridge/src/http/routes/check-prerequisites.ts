import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const checkPrerequisites = ({ node }: Pick<BridgeServices, 'node'>) =>
  route('checkPrerequisites', () => node.checkPrerequisites())
