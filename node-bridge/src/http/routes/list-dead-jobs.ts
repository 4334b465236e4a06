import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const listDeadJobs = ({ jobs }: Pick<BridgeServices, 'jobs'>) => route('listDeadJobs', () => jobs.list())
