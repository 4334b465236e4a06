import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const rerunJob = ({ jobs }: Pick<BridgeServices, 'jobs'>) =>
  route('rerunJob', ({ params, body }) => jobs.rerun(params.jobId, body))
