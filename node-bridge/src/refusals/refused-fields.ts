import type { z } from 'zod'

const FIELDS = 20

/** Members of a peer's message that do not fit, by the names of our schema. */
export const fieldsOf = (issues: readonly z.core.$ZodIssue[]): string[] =>
  [...new Set(issues.map(({ path }) => path.join('.')))].slice(0, FIELDS)

/** What our own rules for texts and addresses found first, behind a blank: “ connection.name contains a control character.” Empty where it was something else. */
export function whyOf(issues: readonly z.core.$ZodIssue[]): string {
  const ours = issues.find(({ code }) => code === 'custom')
  return ours ? ` ${ours.path.join('.')} ${ours.message}.` : ''
}
