import type { TableAccess } from './access.js'

/** What a template does, as far as people and instances have to know it; its scripts are the node's. */
export interface SyncTemplate {
  readonly table: string
  /** Where a new trigger begins, an encoded query. */
  readonly query: string
  /** Fields and journals whose values the other side gets, and those that it writes here: what people have to know. */
  readonly sends: readonly string[]
  readonly writes: readonly string[]
  /** What its scripts read and write here. A field is read before it is written. */
  readonly access: readonly TableAccess[]
  /** Roles that the sync user needs for it on an instance as it comes. */
  readonly roles: readonly string[]
}

const TEXTS = ['short_description', 'description'] as const
const WRITTEN = [
  ...TEXTS,
  'state',
  'impact',
  'urgency',
  'caller_id',
  'close_code',
  'close_notes',
  'correlation_id',
  'correlation_display',
] as const
const PEOPLE = {
  mayCreate: false,
  writeFields: [],
  readJournals: [],
  writeJournals: [],
  readFiles: false,
  writeFiles: false,
} as const

/** What there is to begin with. Every field that the scripts of a template use stands in its access; a test compares them. */
export const SYNC_TEMPLATES = {
  incident: {
    table: 'incident',
    query: 'active=true',
    sends: [...TEXTS, 'state', 'priority', 'caller_id', 'assignment_group', 'close_code', 'close_notes', 'comments'],
    writes: [...WRITTEN, 'comments'],
    access: [
      {
        table: 'incident',
        mayCreate: true,
        readFields: ['number', 'active', 'priority', 'assignment_group', ...WRITTEN],
        writeFields: WRITTEN,
        readJournals: ['comments'],
        writeJournals: ['comments'],
        readFiles: true,
        writeFiles: true,
      },
      { ...PEOPLE, table: 'sys_user', readFields: ['name', 'email'] },
      { ...PEOPLE, table: 'sys_user_group', readFields: ['name'] },
    ],
    roles: ['itil'],
  },
} as const satisfies Record<string, SyncTemplate>

export type TemplateName = keyof typeof SYNC_TEMPLATES
export const TEMPLATE_NAMES = Object.keys(SYNC_TEMPLATES) as readonly TemplateName[]

/** Named on the page, so that nobody looks for them. */
export const COMING_TEMPLATES = ['problem', 'change', 'request', 'case'] as const
