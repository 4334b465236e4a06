import { systemCaller } from './access/system-callers.ts'
import type { SimulatorSettings } from './contracts.ts'
import type { MemoryStore } from './records/record-store.ts'
import { newSysId } from './records/write-row.ts'

/** What a script learns about the instance it runs on; the address is known only once it listens. */
export function nameInstance(store: MemoryStore, { baseUrl, instanceName }: SimulatorSettings): void {
  const named = store.rows.first('sys_properties', (row) => row['name'] === 'instance_id')
  const facts: Readonly<Record<string, string>> = {
    'glide.servlet.uri': `${baseUrl}/`,
    instance_name: instanceName,
    instance_id: named?.['value'] || newSysId(),
  }
  for (const [name, value] of Object.entries(facts)) {
    const known = store.rows.first('sys_properties', (row) => row['name'] === name)
    if (known) store.update('sys_properties', known['sys_id'] ?? '', { value }, systemCaller)
    else store.insert('sys_properties', { name, value, type: 'string' }, systemCaller)
  }
}
