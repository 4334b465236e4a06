/**
 * The template of incidents, both its scripts, as functions of JavaScript: what the mapping itself costs, without a sandbox, look-ups
 * or hashes.
 */
export interface PlainRecord {
  readonly number: string
  readonly short_description: string
  readonly description: string
  readonly state: string
  readonly priority: string
  readonly assignment_group: string
  readonly caller: { readonly name: string; readonly email: string }
  readonly close_notes: string
  readonly close_code: string
  readonly comments: readonly PlainComment[]
}

interface PlainComment {
  readonly id: string
  readonly author: string
  readonly body: string
  readonly internal: boolean
}

export interface PlainReplica {
  readonly key: string
  readonly summary: string
  readonly description: string
  readonly status: string
  readonly priority: string
  readonly group: string
  readonly reporter: PlainRecord['caller']
  readonly resolution: string
  readonly closeCode: string
  readonly comments: readonly PlainComment[]
}

export const outgoing = (record: PlainRecord): PlainReplica => ({
  key: record.number,
  summary: record.short_description,
  description: record.description,
  status: record.state,
  priority: record.priority,
  group: record.assignment_group,
  reporter: record.caller,
  resolution: record.close_notes,
  closeCode: record.close_code,
  comments: record.comments.filter(({ internal }) => !internal),
})

const LEVELS: Readonly<Record<string, readonly [string, string]>> = {
  1: ['1', '1'],
  2: ['1', '2'],
  3: ['2', '2'],
  4: ['2', '3'],
  5: ['3', '3'],
}
const STATES: Readonly<Record<string, string>> = { New: '1', 'In Progress': '2', 'On Hold': '3', Resolved: '6' }

export const incoming = (replica: PlainReplica): Readonly<Record<string, string>> => {
  const [impact = '3', urgency = '3'] = LEVELS[replica.priority.slice(0, 1)] ?? []
  return {
    correlation_id: replica.key,
    short_description: replica.summary,
    description: replica.description,
    state: STATES[replica.status] ?? '1',
    impact,
    urgency,
    close_notes: replica.resolution,
    close_code: replica.closeCode,
    comments: replica.comments.map(({ author, body }) => `${author} (Acme):\n${body}`).join('\n'),
  }
}

export const RECORD: PlainRecord = {
  number: 'INC0010001',
  short_description: 'Mail is down in the whole building',
  description: 'x'.repeat(200),
  state: 'In Progress',
  priority: '3 - Moderate',
  assignment_group: 'Service desk',
  caller: { name: 'Ann Author', email: 'ann@acme.example' },
  close_notes: '',
  close_code: '',
  comments: Array.from({ length: 5 }, (_, at) => ({
    id: `acme:${at}`,
    author: 'Ann Author',
    body: 'It is still down, and people ask.',
    internal: at % 2 === 1,
  })),
}
