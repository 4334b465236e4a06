import type { PolicyText } from '../../job.ts'
import { call } from '../host.ts'
import { stateOf, type GlideRecord } from '../records/record.ts'
import { addMessage } from '../transaction.ts'

type State = ReturnType<typeof stateOf>

const policiesOf = new Map<string, readonly PolicyText[]>()

function policiesFor(table: string): readonly PolicyText[] {
  const known = policiesOf.get(table) ?? call<PolicyText[]>('policies.for', { table })
  policiesOf.set(table, known)
  return known
}

function holds({ conditions }: PolicyText, state: State): boolean {
  if (conditions === '') return true
  const question = { table: state.tableName, encoded: conditions, row: state.image(), previous: null }
  return call<boolean>('record.matches', question)
}

interface Demands {
  readonly mandatory: Set<string>
  readonly readOnly: Set<string>
}

/** Of several policies the most restrictive wins, in whatever order they stand. */
function demandsOn(state: State): Demands {
  const demands: Demands = { mandatory: new Set(), readOnly: new Set() }
  for (const policy of policiesFor(state.tableName)) {
    const isTrue = holds(policy, state)
    if (!isTrue && !policy.reverseIfFalse) continue
    for (const { field, mandatory, readOnly } of policy.rules) {
      if (mandatory === isTrue) demands.mandatory.add(field)
      if (readOnly === isTrue) demands.readOnly.add(field)
    }
  }
  return demands
}

/** A default that nobody has touched was not written by anybody. */
const isWritten = (state: State, field: string): boolean =>
  state.changed.has(field) && !(state.isNew && state.changed.get(field) === (state.column(field)?.defaultValue ?? ''))

const labelsOf = (state: State, fields: readonly string[]): string =>
  fields.map((field) => state.column(field)?.label || field).join(', ')

/** Refuses a write that leaves a mandatory field empty or writes to a read-only one; the whole record, as the platform does. */
export function applyDataPolicies(record: GlideRecord): void {
  const state = stateOf(record)
  const { mandatory, readOnly } = demandsOn(state)
  const empty = [...mandatory].filter((field) => state.read(field) === '')
  const written = [...readOnly].filter((field) => isWritten(state, field))
  const said = [
    ...(empty.length > 0 ? [`The following fields are mandatory: ${labelsOf(state, empty)}`] : []),
    ...(written.length > 0 ? [`The following fields are read only: ${labelsOf(state, written)}`] : []),
  ]
  if (said.length === 0) return
  state.policy = `Data Policy Exception: ${said.join('. ')}`
  state.aborted = true
  addMessage('error', state.policy)
}
