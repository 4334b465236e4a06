import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const previewInvitation = ({ connections }: Pick<BridgeServices, 'connections'>) =>
  route('previewInvitation', ({ body }) => connections.preview(body))
