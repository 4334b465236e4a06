/**
 * Every way in which a run ends without a result. `fault` tells who can do something about it: the author of the `script`,
 * the `caller` that gave it, or nobody but time (`sandbox`: the same run may be tried again later).
 */
export const FAILURES = {
  syntax_error: { fault: 'script' },
  /** TypeScript that would need code to be made of it: enums, namespaces, parameter properties. */
  unsupported_syntax: { fault: 'script' },
  source_too_large: { fault: 'script' },
  import_refused: { fault: 'script' },
  export_missing: { fault: 'script' },
  /** Asks or stops while the module is loaded, outside of its functions. */
  acts_too_early: { fault: 'script' },
  /** `async`, `await`, promises with work to do, `import()`. */
  async_refused: { fault: 'script' },
  /** `eval`, `Function`, the clock, chance. */
  not_supported: { fault: 'script' },
  script_threw: { fault: 'script' },
  script_timed_out: { fault: 'script' },
  script_out_of_memory: { fault: 'script' },
  script_stack_overflow: { fault: 'script' },
  result_not_json: { fault: 'script' },
  result_too_large: { fault: 'script' },
  request_not_json: { fault: 'script' },
  request_too_large: { fault: 'script' },
  too_many_questions: { fault: 'script' },
  too_many_rounds: { fault: 'script' },
  /** A repeat asked other things than it did before. */
  not_deterministic: { fault: 'script' },
  input_not_json: { fault: 'caller' },
  input_too_large: { fault: 'caller' },
  prelude_failed: { fault: 'caller' },
  sandbox_busy: { fault: 'sandbox' },
  sandbox_lost: { fault: 'sandbox' },
  sandbox_closed: { fault: 'sandbox' },
} as const satisfies Record<string, { fault: 'script' | 'caller' | 'sandbox' }>

export type FailureCode = keyof typeof FAILURES

/** Line and column count from 1, the column in UTF-16 units as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Failure {
  readonly code: FailureCode
  /** Bounded; in the words of the engine or of the script. */
  readonly message: string
  /** In the author's source. */
  readonly at?: Position
  /** The line with its neighbours and a mark below the column. */
  readonly frame?: string
  /** JSON Pointer to what is no JSON, of `result_not_json` and `request_not_json`. */
  readonly path?: string
  /** Name of the error that the script threw. */
  readonly errorName?: string
}
