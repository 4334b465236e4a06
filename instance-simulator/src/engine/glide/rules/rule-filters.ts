import type { FilterVerdict } from '../../filter-verdict.ts'
import type { RuleText } from '../../job.ts'
import { call } from '../host.ts'
import { stateOf, type GlideRecord } from '../records/record.ts'

/**
 * The filters of a phase's rules, asked about together: a question to the main thread costs more than a filter. They are asked
 * anew where a rule has changed the record in between.
 */
export class RuleFilters {
  readonly #rules: readonly RuleText[]
  readonly #current: GlideRecord
  readonly #previous: GlideRecord | undefined
  readonly #verdicts = new Map<string, FilterVerdict>()
  #askedOf = ''

  constructor(rules: readonly RuleText[], current: GlideRecord, previous: GlideRecord | undefined) {
    this.#rules = rules
    this.#current = current
    this.#previous = previous
  }

  /** Throws what the filter itself is refused for, when its rule comes and not before. */
  holds(rule: RuleText): boolean {
    if (rule.filter === '') return true
    const state = JSON.stringify([...stateOf(this.#current).changed])
    if (state !== this.#askedOf || !this.#verdicts.has(rule.filter)) this.#ask(rule)
    this.#askedOf = state
    const verdict = this.#verdicts.get(rule.filter)
    if (typeof verdict === 'object') throw Object.assign(new Error(verdict.message), { name: verdict.name })
    return verdict === true
  }

  #ask(rule: RuleText): void {
    const ahead = this.#rules.slice(Math.max(0, this.#rules.indexOf(rule)))
    const filters = [...new Set([rule, ...ahead].map(({ filter }) => filter).filter(Boolean))]
    const { tableName: table } = stateOf(this.#current)
    const row = stateOf(this.#current).image()
    const previous = this.#previous ? stateOf(this.#previous).stored : null
    const verdicts = call<FilterVerdict[]>('record.matchesEach', { table, filters, row, previous })
    this.#verdicts.clear()
    filters.forEach((filter, at) => this.#verdicts.set(filter, verdicts[at] ?? false))
  }
}
