import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const rerunJobs = ({ jobs }: Pick<BridgeServices, 'jobs'>) =>
  route('rerunJobs', ({ body }) => jobs.rerunAll(body))
