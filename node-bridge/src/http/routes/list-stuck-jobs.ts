import type { BridgeServices } from '../../services.ts'
import { route } from '../route.ts'

export const listStuckJobs = ({ jobs }: Pick<BridgeServices, 'jobs'>) => route('listStuckJobs', () => jobs.listStuck())
