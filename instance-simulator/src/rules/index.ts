export { createScheduler, type Scheduler } from './scheduler.ts'
export { nextRun } from './next-run.ts'
