import type { z } from 'zod'

const FIELDS = 20

/** Members of a peer's message that do not fit, by the names of our schema. */
export const fieldsOf = (issues: readonly z.core.$ZodIssue[]): string[] =>
  [...new Set(issues.map(({ path }) => path.join('.')))].slice(0, FIELDS)

/** A text or a list that is longer than it may be; everything else about it may be good. */
export const isTooLarge = (issue: z.core.$ZodIssue): boolean => issue.code === 'too_big' && issue.origin !== 'number'

/** What our own rules for texts and addresses found first, behind a blank: “ connection.name contains a control character.” Empty where it was something else. */
export function whyOf(issues: readonly z.core.$ZodIssue[]): string {
  const ours = issues.find(({ code }) => code === 'custom')
  return ours ? ` ${ours.path.join('.')} ${ours.message}.` : ''
}
