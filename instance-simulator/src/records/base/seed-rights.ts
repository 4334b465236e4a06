import { dynamicOptions } from '../query-world.ts'
import { idOf, type Seed } from './seed-people.ts'
import { seedId } from './seed-id.ts'

interface BaseAcl {
  readonly name: string
  readonly operations: string
  readonly roles?: readonly string[]
  readonly condition?: string
  readonly type?: string
}

const everything = 'read,write,create,delete'

/**
 * The rights of a fresh instance, far fewer than the platform's but of the same shape: what no rule names falls to `*`, which wants admin.
 */
const acls: readonly BaseAcl[] = [
  { name: '*', operations: everything, roles: ['admin'] },
  { name: '*.*', operations: 'read,write,create', roles: ['snc_internal', 'admin'] },
  { name: 'task', operations: 'read,write,create', roles: ['itil'] },
  { name: 'task', operations: 'delete', roles: ['itil_admin'] },
  { name: 'incident', operations: 'read', roles: ['sn_incident_read'] },
  { name: 'incident', operations: 'read', roles: ['snc_internal'], condition: 'caller_id=javascript:gs.getUserID()' },
  { name: 'incident', operations: 'write,create', roles: ['sn_incident_write'] },
  { name: 'problem', operations: 'write,create', roles: ['sn_problem_write'] },
  { name: 'change_request', operations: 'write,create', roles: ['sn_change_write'] },
  { name: 'cmdb', operations: 'read', roles: ['itil'] },
  { name: 'cmdb_rel_ci', operations: 'read', roles: ['itil'] },
  { name: 'cmdb_rel_type', operations: 'read', roles: ['itil'] },
  { name: 'sc_cat_item', operations: 'read', roles: ['snc_internal'] },
  { name: 'cmn_building', operations: 'read', roles: ['snc_internal'] },
  { name: 'cmn_cost_center', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_user', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_user', operations: 'write,create', roles: ['user_admin'] },
  { name: 'sys_user.user_password', operations: 'read', roles: ['admin'] },
  { name: 'sys_user_group', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_user_grmember', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_user_role', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_choice', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_journal_field', operations: 'read', roles: ['itil'] },
  { name: 'sys_db_object', operations: 'read', roles: ['snc_internal'] },
  { name: 'sys_dictionary', operations: 'read', roles: ['snc_internal'] },
  { name: 'cmn_department', operations: 'read', roles: ['snc_internal'] },
  { name: 'cmn_location', operations: 'read', roles: ['snc_internal'] },
  { name: 'core_company', operations: 'read', roles: ['snc_internal'] },
]

/** The sys_id that the SDK writes for a route without an ACL of its own. */
const EXTERNAL_DEFAULT = 'cf9d01d3e73003009d6247e603f6a990'

/** "Scripted REST External Default": everybody from inside. */
const scriptedRestDefault: readonly Seed[] = [
  [
    'sys_security_acl',
    {
      sys_id: EXTERNAL_DEFAULT,
      name: 'Scripted REST External Default',
      sys_name: 'Scripted REST External Default',
      type: 'REST_Endpoint',
      operation: 'execute',
      admin_overrides: 'true',
    },
  ],
  [
    'sys_security_acl_role',
    {
      sys_id: seedId('acl_role', EXTERNAL_DEFAULT),
      sys_security_acl: EXTERNAL_DEFAULT,
      sys_user_role: idOf('sys_user_role', 'snc_internal'),
    },
  ],
]

function aclSeeds(acl: BaseAcl): readonly Seed[] {
  return acl.operations.split(',').flatMap((operation) => {
    const key = [acl.name, operation, acl.condition ?? ''].join('|')
    const sysId = seedId('acl', key)
    const rule: Seed = [
      'sys_security_acl',
      {
        sys_id: sysId,
        name: acl.name,
        operation,
        condition: acl.condition ?? '',
        sys_name: acl.name,
        admin_overrides: 'true',
      },
    ]
    const roles = (acl.roles ?? []).map((role): Seed => {
      const row = {
        sys_id: seedId('acl_role', key, role),
        sys_security_acl: sysId,
        sys_user_role: idOf('sys_user_role', role),
      }
      return ['sys_security_acl_role', row]
    })
    return [rule, ...roles]
  })
}

const globalScope: Seed = ['sys_scope', { sys_id: 'global', scope: 'global', name: 'Global', source: 'global' }]

const properties: Readonly<Record<string, string>> = {
  'glide.invalid_query.returns_no_rows': 'false',
  'glide.sys.default.tz': 'UTC',
  'glide.oauth.inbound.client.credential.grant_type.enabled': 'true',
  'com.glide.attachment.max_size': '1024',
}

const propertySeeds = (): readonly Seed[] =>
  Object.entries(properties).map(([name, value]): Seed => [
    'sys_properties',
    { sys_id: seedId('property', name), name, value, sys_name: name },
  ])

const dynamicSeeds: readonly Seed[] = [
  ['sys_filter_option_dynamic', { sys_id: dynamicOptions.me, label: 'Me', script: 'gs.getUserID()' }],
  [
    'sys_filter_option_dynamic',
    { sys_id: dynamicOptions.myGroups, label: 'One of My Groups', script: 'getMyGroups()' },
  ],
]

export const rightsSeeds = (): readonly Seed[] => [
  globalScope,
  ...propertySeeds(),
  ...dynamicSeeds,
  ...scriptedRestDefault,
  ...acls.flatMap(aclSeeds),
]
