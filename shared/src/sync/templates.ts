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
/** What every template keeps of the other record, and what people here write last. */
const COMMON = [...TEXTS, 'state', 'close_notes', 'correlation_id', 'correlation_display'] as const
const LEVELS = ['impact', 'urgency'] as const
const WRITTEN = {
  incident: [
    ...TEXTS,
    'state',
    ...LEVELS,
    'caller_id',
    'close_code',
    'close_notes',
    'correlation_id',
    'correlation_display',
  ],
  problem: [...COMMON, ...LEVELS, 'cause_notes', 'workaround', 'fix_notes'],
  change: [
    ...COMMON,
    'type',
    'justification',
    'implementation_plan',
    'backout_plan',
    'test_plan',
    'start_date',
    'end_date',
  ],
  request: COMMON,
  case: [...COMMON, 'priority', 'contact', 'cause'],
} as const
const READ = ['number', 'active', 'assignment_group'] as const
const CLOSED = {
  mayCreate: false,
  writeFields: [],
  readJournals: [],
  writeJournals: [],
  readFiles: false,
  writeFiles: false,
} as const
const PEOPLE = { ...CLOSED, table: 'sys_user', readFields: ['name', 'email'] } as const
const GROUPS = { ...CLOSED, table: 'sys_user_group', readFields: ['name'] } as const
const OPEN = {
  mayCreate: true,
  readJournals: ['comments'],
  writeJournals: ['comments'],
  readFiles: true,
  writeFiles: true,
} as const

/** What there is to begin with. Every field that the scripts of a template use stands in its access; a test compares them. */
export const SYNC_TEMPLATES = {
  incident: {
    table: 'incident',
    query: 'active=true',
    sends: [...TEXTS, 'state', 'priority', 'caller_id', 'assignment_group', 'close_code', 'close_notes', 'comments'],
    writes: [...WRITTEN.incident, 'comments'],
    access: [
      {
        ...OPEN,
        table: 'incident',
        readFields: ['number', 'active', 'priority', 'assignment_group', ...WRITTEN.incident],
        writeFields: WRITTEN.incident,
      },
      PEOPLE,
      GROUPS,
    ],
    roles: ['itil'],
  },
  problem: {
    table: 'problem',
    query: 'active=true',
    sends: [
      ...TEXTS,
      'state',
      'priority',
      'assignment_group',
      'cause_notes',
      'workaround',
      'fix_notes',
      'close_notes',
      'comments',
    ],
    writes: [...WRITTEN.problem, 'comments'],
    access: [
      {
        ...OPEN,
        table: 'problem',
        readFields: [...READ, 'priority', ...WRITTEN.problem],
        writeFields: WRITTEN.problem,
      },
      GROUPS,
    ],
    roles: ['itil'],
  },
  change: {
    table: 'change_request',
    query: 'active=true',
    sends: [
      ...TEXTS,
      'state',
      'type',
      'assignment_group',
      'justification',
      'implementation_plan',
      'backout_plan',
      'test_plan',
      'start_date',
      'end_date',
      'close_notes',
      'comments',
    ],
    writes: [...WRITTEN.change, 'comments', 'work_notes'],
    access: [
      {
        ...OPEN,
        table: 'change_request',
        readFields: [...READ, ...WRITTEN.change],
        writeFields: WRITTEN.change,
        writeJournals: ['comments', 'work_notes'],
      },
      GROUPS,
    ],
    roles: ['itil'],
  },
  request: {
    table: 'sc_task',
    query: 'active=true',
    sends: [...TEXTS, 'state', 'request_item', 'assignment_group', 'close_notes', 'comments'],
    writes: [...WRITTEN.request, 'comments'],
    access: [
      { ...OPEN, table: 'sc_task', readFields: [...READ, 'request_item', ...WRITTEN.request], writeFields: COMMON },
      {
        ...CLOSED,
        table: 'sc_req_item',
        readFields: ['number', 'short_description', 'cat_item', 'quantity', 'requested_for'],
      },
      { ...CLOSED, table: 'sc_cat_item', readFields: ['name'] },
      PEOPLE,
      GROUPS,
    ],
    roles: ['itil'],
  },
  case: {
    table: 'sn_customerservice_case',
    query: 'active=true',
    sends: [...TEXTS, 'state', 'priority', 'contact', 'assignment_group', 'cause', 'close_notes', 'comments'],
    writes: [...WRITTEN.case, 'comments'],
    access: [
      {
        ...OPEN,
        table: 'sn_customerservice_case',
        readFields: [...READ, ...WRITTEN.case],
        writeFields: WRITTEN.case,
      },
      { ...PEOPLE, table: 'customer_contact' },
      GROUPS,
    ],
    roles: ['sn_customerservice_agent'],
  },
} as const satisfies Record<string, SyncTemplate>

export type TemplateName = keyof typeof SYNC_TEMPLATES
export const TEMPLATE_NAMES = Object.keys(SYNC_TEMPLATES) as [TemplateName, ...TemplateName[]]

/** Versions of the rules of Basic mode, which are those of incidents. One that was offered is never changed. */
export const BASIC_VERSIONS = [1] as const
