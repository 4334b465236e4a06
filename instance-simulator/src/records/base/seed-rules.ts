import type { Row } from '../../contracts.ts'
import type { Seed } from './seed-people.ts'
import { seedId } from './seed-id.ts'

/** The business rules that give records a life of their own: ordinary rows of sys_script, on the coverage page like any other. */
interface BaseRule {
  readonly name: string
  readonly collection: string
  readonly when: 'before' | 'after'
  readonly order: number
  readonly filter?: string
  readonly onUpdate?: boolean
  readonly script: string
}

/** Impact and urgency, 1 to 3 each, to priority 1 to 5. */
const priority = `(function () {
  var level = Number(current.getValue('impact')) + Number(current.getValue('urgency')) - 1;
  if (level >= 1 && level <= 5) current.setValue('priority', level);
})();`

const repeatField = (from: string, to: string) => `(function () {
  if (current.${to}.changes() && !current.${from}.changes()) current.setValue('${from}', current.getValue('${to}'));
  else current.setValue('${to}', current.getValue('${from}'));
})();`

const resolved = `(function () {
  if (current.resolved_at.nil()) current.setValue('resolved_at', new GlideDateTime().getValue());
  if (current.resolved_by.nil()) current.setValue('resolved_by', gs.getUserID());
})();`

const closed = `(function () {
  current.setValue('active', false);
  if (current.closed_at.nil()) current.setValue('closed_at', new GlideDateTime().getValue());
  if (current.closed_by.nil()) current.setValue('closed_by', gs.getUserID());
})();`

/** States in which work is over, by table; the rest is open. */
const closedStates = {
  incident: ['7', '8'],
  problem: ['107'],
  problem_task: ['157'],
  change_request: ['3', '4'],
  change_task: ['3', '4'],
} as const
const otherClosedStates = ['3', '4', '7'] as const

const reopened = `(function () {
  var over = ${JSON.stringify(closedStates)}[current.getRecordClassName()] || ${JSON.stringify(otherClosedStates)};
  if (!previous || over.indexOf(previous.getValue('state')) < 0 || over.indexOf(current.getValue('state')) >= 0) return;
  current.setValue('active', true);
  current.setValue('closed_at', '');
  current.setValue('closed_by', '');
})();`

const unresolved = `(function () {
  if (!previous || Number(previous.getValue('state')) < 6 || Number(current.getValue('state')) >= 6) return;
  current.setValue('resolved_at', '');
  current.setValue('resolved_by', '');
  current.setValue('reopen_count', Number(current.getValue('reopen_count') || 0) + 1);
})();`

const fullName = `(function () {
  var name = [current.getValue('first_name'), current.getValue('last_name')].filter(Boolean).join(' ');
  if (name) current.setValue('name', name);
})();`

const internal = `(function () {
  var role = new GlideRecord('sys_user_role');
  if (!role.get('name', 'snc_internal')) return;
  var held = new GlideRecord('sys_user_has_role');
  held.initialize();
  held.setValue('user', current.getUniqueValue());
  held.setValue('role', role.getUniqueValue());
  held.insert();
})();`

/** An application's services stand below its scope, those of the global one below the company's code. */
const servicePath = `(function () {
  var scope = new GlideRecord('sys_scope');
  var owner = scope.get(current.getValue('sys_scope')) ? scope.getValue('scope') : 'global';
  if (owner === 'global') owner = gs.getProperty('glide.appcreator.company.code', 'global');
  current.setValue('namespace', owner);
  current.setValue('base_uri', '/api/' + owner + '/' + current.getValue('service_id'));
})();`

const resourcePath = `(function () {
  var service = new GlideRecord('sys_ws_definition');
  if (!service.get(current.getValue('web_service_definition'))) return;
  var path = String(current.getValue('relative_path') || '').replace(/^\\/?/, '/');
  current.setValue('operation_uri', service.getValue('base_uri') + (path === '/' ? '' : path));
})();`

const stateRules = Object.entries(closedStates).map(([collection, states]): BaseRule => ({
  name: `mark_closed ${collection}`,
  collection,
  when: 'before',
  order: 900,
  filter: `stateIN${states.join(',')}`,
  script: closed,
}))

const rules: readonly BaseRule[] = [
  ...['incident', 'problem', 'change_request'].map(
    (collection): BaseRule => ({
      name: `Priority of ${collection}`,
      collection,
      when: 'before',
      order: 50,
      filter: 'impactCHANGES^ORurgencyCHANGES',
      script: priority,
    }),
  ),
  { name: 'incident_state', collection: 'incident', when: 'before', order: 60, script: repeatField('state', 'incident_state') },
  { name: 'problem_state', collection: 'problem', when: 'before', order: 60, script: repeatField('state', 'problem_state') },
  { name: 'mark_resolved', collection: 'incident', when: 'before', order: 800, filter: 'stateIN6,7', script: resolved },
  { name: 'mark_resolved problem', collection: 'problem', when: 'before', order: 800, filter: 'stateIN106,107', script: resolved },
  { name: 'mark_resolved case', collection: 'sn_customerservice_case', when: 'before', order: 800, filter: 'state=6', script: resolved },
  ...stateRules,
  {
    name: 'mark_closed task',
    collection: 'task',
    when: 'before',
    order: 900,
    filter: `stateIN${otherClosedStates.join(',')}^sys_class_nameNOT IN${Object.keys(closedStates).join(',')}`,
    script: closed,
  },
  { name: 'task reopener', collection: 'task', when: 'before', order: 910, filter: 'stateCHANGES', script: reopened },
  { name: 'incident reopen', collection: 'incident', when: 'before', order: 920, filter: 'stateCHANGES', script: unresolved },
  { name: 'User name from first and last name', collection: 'sys_user', when: 'before', order: 50, filter: 'first_nameCHANGES^ORlast_nameCHANGES', script: fullName },
  { name: 'Path of a Scripted REST service', collection: 'sys_ws_definition', when: 'before', order: 50, filter: 'base_uriISEMPTY', script: servicePath },
  { name: 'Path of a Scripted REST resource', collection: 'sys_ws_operation', when: 'before', order: 50, filter: 'operation_uriISEMPTY', script: resourcePath },
  { name: 'A new user is internal', collection: 'sys_user', when: 'after', order: 100, onUpdate: false, script: internal },
] // prettier-ignore

const ruleSeed = ({ name, collection, when, order, filter = '', onUpdate = true, script }: BaseRule): Seed => {
  const row: Row = {
    sys_id: seedId('rule', name),
    name,
    sys_name: name,
    collection,
    when,
    order: String(order),
    active: 'true',
    advanced: 'true',
    action_insert: 'true',
    action_update: String(onUpdate),
    filter_condition: filter,
    script,
  }
  return ['sys_script', row]
}

export const ruleSeeds = (): readonly Seed[] => rules.map(ruleSeed)
