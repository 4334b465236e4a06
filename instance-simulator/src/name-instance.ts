import { systemCaller } from './access/system-callers.ts'
import type { SimulatorSettings } from './contracts.ts'
import type { MemoryStore } from './records/record-store.ts'

/** What a script learns about the instance it runs on; the address is known only once it listens. */
export function nameInstance(store: MemoryStore, { baseUrl, instanceName }: SimulatorSettings): void {
  const facts: Readonly<Record<string, string>> = {
    'glide.servlet.uri': `${baseUrl}/`,
    instance_name: instanceName,
  }
  for (const [name, value] of Object.entries(facts)) {
    const known = store.rows.first('sys_properties', (row) => row['name'] === name)
    if (known) store.update('sys_properties', known['sys_id'] ?? '', { value }, systemCaller)
    else store.insert('sys_properties', { name, value, type: 'string' }, systemCaller)
  }
}
