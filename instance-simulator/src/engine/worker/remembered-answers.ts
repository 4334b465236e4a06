/** Questions about tables and rules, whose answers are large and hardly ever change. */
const REMEMBERED = new Set(['table.describe', 'rules.for', 'policies.for'])

/** Answers that a thread keeps from one transaction to the next, as long as tables and rules are the same. */
export class RememberedAnswers {
  readonly #answers = new Map<string, string>()
  #revision = ''

  /** `revision`: another one whenever a table, a rule or a policy has changed. */
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
