import { INVITATION_TRANSITIONS, STATE_LABELS } from '@accord/shared/protocol'
import { recordsOf, type BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'

function choicesOf(built: BuiltPackage, table: string, column: string): Readonly<Record<string, string>> {
  const english = recordsOf(built, 'sys_choice').filter(
    ({ values }) => values['name'] === table && values['element'] === column && (values['language'] || 'en') === 'en',
  )
  return Object.fromEntries(english.map(({ values }) => [values['value'] ?? '', values['label'] ?? '']))
}

function compare(where: string, found: Readonly<Record<string, string>>, wanted: readonly string[]): Finding[] {
  const difference = [
    ...wanted.filter((value) => !(value in found)),
    ...Object.keys(found).filter((value) => !wanted.includes(value)),
  ]
  return difference.map((value) => ({ where, what: `and the protocol disagree about the state ${value}` }))
}

/** The choices of the tables are written by hand for the SDK; they must be the states of the protocol, with its labels. */
export const statesAreTheProtocols: Rule = (built) => {
  const connection = `${built.scope}_connection`
  const invitation = `${built.scope}_invitation`
  const states = choicesOf(built, connection, 'state')
  const labels: Readonly<Record<string, string>> = STATE_LABELS
  const mislabelled = Object.keys(states).filter((state) => state in labels && states[state] !== labels[state])
  const invitations = choicesOf(built, invitation, 'state')
  return [
    ...compare(`${connection}.state`, states, Object.keys(labels)),
    ...mislabelled.map((state) => ({ where: `${connection}.state`, what: `mislabels ${state}` })),
    ...compare(`${invitation}.state`, invitations, Object.keys(INVITATION_TRANSITIONS)),
  ]
}

/** Two choices of one label cannot be distinguished in a list, and a filter on one of them leaves the other out. */
export const choicesAreDistinct: Rule = (built) => {
  const places = new Map<string, string>()
  return recordsOf(built, 'sys_choice').flatMap(({ values }) => {
    // A record that only takes the choices of an older release away has no label.
    if (!values['label']) return []
    const where = `${values['name']}.${values['element']}`
    const place = [where, values['language'] || 'en', (values['label'] ?? '').trim().toLowerCase()].join('\n')
    const before = places.get(place)
    places.set(place, values['value'] ?? '')
    return before === undefined ? [] : [{ where, what: `calls ${before} and ${values['value']} “${values['label']}”` }]
  })
}

const OPERATIONS = ['create', 'read', 'write', 'delete']

/** A table without an ACL for an operation falls back on the platform's `*` rules. */
export const everyTableIsGuarded: Rule = (built) => {
  const acls = recordsOf(built, 'sys_security_acl').map(({ values }) => `${values['name']} ${values['operation']}`)
  const tables = [...built.files.keys()].flatMap((name) => /^dictionary\/(.+)\.xml$/.exec(name)?.[1] ?? [])
  return tables.flatMap((table) =>
    OPERATIONS.filter((operation) => !acls.includes(`${table} ${operation}`)).map((operation) => ({
      where: table,
      what: `has no ACL for ${operation}`,
    })),
  )
}
