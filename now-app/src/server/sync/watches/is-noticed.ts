import { GlideRecord } from '@servicenow/glide'

/** The rule stands on `task` and so on all that extends it; changes of other tables are found by the scan. */
export function isNoticed(table: string): boolean {
  const row = new GlideRecord(table)
  return ['sys_class_name', 'work_notes', 'assignment_group', 'opened_at'].every((name) => row.isValidField(name))
}
