/**
 * Fields that the platform finds on its tables although no column here has that name. An empty value, or a condition that is
 * dropped, would hide that they are missing.
 */
const ABSENT: readonly (readonly [shape: RegExp, what: string])[] = [
  [/(?:^|\.)sys_domain(?:_path)?$/, 'domain separation'],
  [/(?:^|\.)sys_tags(?:\.|$)/, 'tags'],
  [/^(?:variables|variable_pool)(?:\.|$)/, 'variables of a catalogue item'],
  [/^ref_\w+\./, 'fields of a table that extends this one'],
]
const DOMAIN_TABLES = new Set(['domain', 'sys_domain', 'domain_contains', 'sys_user_visibility'])

/** What to refuse by name, or undefined. */
export function absentField(path: string): string | undefined {
  const found = ABSENT.find(([shape]) => shape.test(path))
  return found && `${found[1]}: the field ${path}`
}

export const domainTable = (table: string): string | undefined =>
  DOMAIN_TABLES.has(table) ? `domain separation: the table ${table}` : undefined
