import type { DescribedTable, TestedPlan } from '@accord/shared/schemas'

import type { WritePlan } from '../../trackers/record.ts'

/**
 * What the user as whom plans are written may do with this one, by what the instance answered when it last asked its own ACLs as that
 * user; null where it has not said.
 */
export function tellVerdict(
  described: DescribedTable | undefined,
  { fields, entries, deletes }: Pick<WritePlan, 'fields' | 'entries' | 'deletes'>,
  isNew: boolean,
): TestedPlan['syncUser'] {
  const rights = described?.syncUser
  if (!rights || rights.checkedAt === null) return null
  const names = [...Object.keys(fields), ...entries.map(({ journal }) => journal)]
  return {
    checkedAt: rights.checkedAt,
    mayWriteRecord: isNew
      ? rights.mayCreate
      : rights.mayRead && (deletes ? rights.mayDelete === true : rights.mayWrite),
    closed: [...new Set(names)].filter((name) => rights.closedFields.includes(name)),
  }
}
