import { noteWakeUp } from '../../store/sync/tracker-watch.ts'
import type { ConfigurationContext } from './configuration-context.ts'

/**
 * The tracker says that there is something: whichever replica watches it asks at once. Where nobody does, or the call was lost,
 * it is asked in its time.
 */
export async function wakeWatcher({
  database,
  tracker,
}: Pick<ConfigurationContext, 'database' | 'tracker'>): Promise<void> {
  if (tracker?.wake() || database.dialect === 'sqlite') return
  await database.transaction((transaction) => noteWakeUp(transaction))
}
