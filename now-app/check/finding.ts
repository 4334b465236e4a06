import type { BuiltPackage } from './built-package.ts'

/** One thing in the built package that must not be shipped. `where`: the record or module. */
export interface Finding {
  readonly where: string
  readonly what: string
}

/** Looks at the whole package; no findings means that it holds. */
export type Rule = (built: BuiltPackage) => readonly Finding[]
