import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const installLicence = ({ licences }: Pick<BridgeServices, 'licences'>) =>
  route('installLicence', ({ body }) => licences.install(body))
