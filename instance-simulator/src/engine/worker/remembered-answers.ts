/** Questions about tables, rules and scripts, whose answers are large and hardly ever change. */
const REMEMBERED = new Set([
  'table.describe',
  'rules.for',
  'policies.for',
  'module.load',
  'scriptInclude.find',
  'scope.exists',
  'scope.id',
])

/** Answers that a thread keeps from one transaction to the next, as long as tables, rules and scripts are the same. */
export class RememberedAnswers {
  readonly #answers = new Map<string, string>()
  #revision = ''

  /** `revision`: another one whenever a table, a rule, a policy or a script has changed. */
  begin(revision: string): void {
    if (revision !== this.#revision) this.#answers.clear()
    this.#revision = revision
  }

  find(operation: string, json: string): string | undefined {
    return REMEMBERED.has(operation) ? this.#answers.get(`${operation} ${json}`) : undefined
  }

  keep(operation: string, json: string, answer: string): string {
    if (REMEMBERED.has(operation)) this.#answers.set(`${operation} ${json}`, answer)
    return answer
  }
}
