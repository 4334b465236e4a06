// Generated from the dictionary of an instance. Do not edit.
type IncidentState = import('accord').Choice<
  '1' | '2' | '3' | '6' | '7' | '8',
  'New' | 'In Progress' | 'On Hold' | 'Resolved' | 'Closed' | 'Canceled'
>
type Level = import('accord').Choice<'1' | '2' | '3', '1 - High' | '2 - Medium' | '3 - Low'>
type Priority = import('accord').Choice<
  '1' | '2' | '3' | '4' | '5',
  '1 - Critical' | '2 - High' | '3 - Moderate' | '4 - Low' | '5 - Planning'
>
/** Each release has its own list. */
type CloseCode = import('accord').Choice<string, string>
interface Incident {
  readonly sys_id: string
  readonly number: string
  readonly sys_updated_on: string
  readonly sys_mod_count: number
  readonly url: string
  short_description: string
  description: string
  active: boolean
  get state(): IncidentState
  set state(to: IncidentState | IncidentState['value'] | IncidentState['label'])
  get impact(): Level
  set impact(to: Level | Level['value'] | Level['label'])
  get urgency(): Level
  set urgency(to: Level | Level['value'] | Level['label'])
  readonly priority: Priority
  get close_code(): CloseCode
  set close_code(to: CloseCode | string)
  close_notes: string
  get caller_id(): import('accord').Ref<'sys_user'> | null
  set caller_id(to: import('accord').Ref<'sys_user'> | string | null)
  get assigned_to(): import('accord').Ref<'sys_user'> | null
  set assigned_to(to: import('accord').Ref<'sys_user'> | string | null)
  get assignment_group(): import('accord').Ref<'sys_user_group'> | null
  set assignment_group(to: import('accord').Ref<'sys_user_group'> | string | null)
  correlation_id: string
  correlation_display: string
  // comments, work_notes: journals are no fields here. Read `comments`, write by `commentHelper`.
}
interface Tables {
  incident: Incident
  sys_user: { sys_id: string; name: string; email: string; user_name: string }
  sys_user_group: { sys_id: string; name: string }
}
