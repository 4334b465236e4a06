import { systemCaller } from '../../access/system-callers.ts'
import type { MemoryStore } from '../record-store.ts'
import type { Seed } from './seed-people.ts'
import { seedId } from './seed-id.ts'

const nameOf = (id: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(id.replace('_', '-')) ?? id
const seed = (id: string): Seed => ['sys_language', { sys_id: seedId('language', id), id, name: nameOf(id) }]

/** An instance speaks English; each other language comes with a plugin of its own. */
export const languageSeeds = (): readonly Seed[] => [seed('en')]

/** As if the plugin of each language had been activated. */
export function activateLanguages(store: MemoryStore, ids: readonly string[]): void {
  for (const [table, row] of ids.map(seed))
    if (!store.find(table, row['sys_id'] ?? '')) store.insert(table, row, systemCaller)
}
