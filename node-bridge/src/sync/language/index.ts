export { declareTables } from './declare-tables.ts'
export { LanguageService, type LanguageServiceOptions } from './language-service.ts'
export type { Draft, Finding } from './messages.ts'
