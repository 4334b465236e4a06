export { createScriptEngine } from './script-engine.ts'
export { ScriptFailed } from './script-failed.ts'
export { assertDialect, DIALECT_RULES, findDialectViolations, type DialectFinding } from './dialect.ts'
export { isEsModule, moduleSource } from './module-source.ts'
