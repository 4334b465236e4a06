import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const readLicence = ({ licences }: Pick<BridgeServices, 'licences'>) =>
  route('readLicence', () => licences.report())
