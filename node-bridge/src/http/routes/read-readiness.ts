import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readReadiness = ({ health }: Pick<BridgeServices, 'health'>) =>
  route(
    'readReadiness',
    () => health.ready(),
    ({ ready }) => (ready ? 200 : 503),
  )
