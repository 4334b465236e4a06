import type { MemoryRecord } from '../../node-bridge/test/trackers/memory/memory-records.ts'
import type { EditedSides } from './edits.ts'
import type { SyncedNodes } from './synced-nodes.ts'

const textOf = ({ fields }: MemoryRecord, name: string): string => String(fields[name]?.value ?? '')

/** Records in this process, edited at Acme. */
export const memorySides = ({ acme, globex, settled, cpuMs }: SyncedNodes): EditedSides => ({
  create: (summary) => acme.records.create({ short_description: summary, caller_id: 'ann.author', state: '2' }).id,
  change: (id, description, comment) => acme.records.change(id, { description }, comment),
  onWritten: (listen) =>
    globex.records.onWritten((record) => listen(textOf(record, 'short_description'), textOf(record, 'description'))),
  settled,
  cpuMs,
})
