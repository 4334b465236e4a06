/** Fields and tables of domain separation: there are no domains here, and an empty value must not hide that. */
const FIELD = /(?:^|\.)sys_domain(?:_path)?$/
const TABLES = new Set(['domain', 'sys_domain', 'domain_contains', 'sys_user_visibility'])

/** What to refuse by name, or undefined. */
export const domainField = (path: string): string | undefined =>
  FIELD.test(path) ? `domain separation: the field ${path}` : undefined

export const domainTable = (table: string): string | undefined =>
  TABLES.has(table) ? `domain separation: the table ${table}` : undefined
