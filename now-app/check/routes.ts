import { consoleCallsAt } from '@accord/shared/contracts'
import { apiBaseOf, INSTANCE_API, INSTANCE_SYNC_API } from '@accord/shared/protocol'
import type { PackageRecord } from '../../instance-simulator/src/package/read-records.ts'
import { nameOf, recordsOf, type BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'

/** The platform's attribute UserIsAuthenticated: an ACL that asks for a login, and for no role. */
const ANYBODY = '239bdf0c47d23110ba46ff58936d4330'

interface Route {
  readonly method: string
  readonly path: string
  readonly role: string
}

/** Every route of the instance's interface, with the one role that opens it, or the attribute that does. */
const routesOf = ({ scope }: BuiltPackage): readonly Route[] => [
  ...consoleCallsAt('instance').map(({ method, path, role }) => ({ method, path, role: `${scope}.${role}` })),
  { method: 'GET', path: INSTANCE_API.discovery, role: 'public' },
  { method: 'POST', path: INSTANCE_API.events, role: 'public' },
  { method: 'GET', path: INSTANCE_API.record, role: ANYBODY },
  ...Object.values(INSTANCE_SYNC_API).map((path) => ({ method: 'POST', path, role: 'public' })),
]

/** Names of the roles that an ACL of this package asks for, and of its attribute; undefined when the package has no such REST ACL. */
function rolesOfAcl(built: BuiltPackage, aclSysId: string): readonly string[] | undefined {
  const acl = recordsOf(built, 'sys_security_acl').find(({ sysId }) => sysId === aclSysId)
  if (!acl || !/^rest_endpoint$/i.test(acl.values['type'] ?? '')) return undefined
  const roles = recordsOf(built, 'sys_security_acl_role')
    .filter(({ values }) => values['sys_security_acl'] === aclSysId)
    .map(({ keys }) => keys['sys_user_role']?.['name'] ?? '')
  const attribute = acl.values['security_attribute'] ?? ''
  return attribute === '' ? roles : [...roles, attribute]
}

function check(built: BuiltPackage, operation: PackageRecord): string[] {
  const { values } = operation
  const route = routesOf(built).find(
    ({ method, path }) => method === values['http_method'] && path === values['relative_path'],
  )
  if (!route) return [`${values['http_method']} ${values['relative_path']} is no route of the protocol`]
  const acls = (values['enforce_acl'] ?? '').split(',').filter(Boolean)
  const roles = acls.map((acl) => rolesOfAcl(built, acl))
  const isPublic = route.role === 'public'
  const faults: [boolean, string][] = [
    [acls.length === 0, 'has no ACL of its own: the platform would use its default'],
    [roles.includes(undefined), 'names an ACL that the package does not hold'],
    [values['requires_acl_authorization'] !== 'true', 'does not enforce its ACL'],
    [acls.length > 0 && roles.flat().join() !== route.role, `must be open to ${route.role}, and to nobody else`],
    [!isPublic && values['requires_authentication'] !== 'true', 'can be called without a login'],
    [values['operation_uri'] !== apiBaseOf(built.scope) + route.path, `stands at ${values['operation_uri']}`],
  ]
  return faults.filter(([broken]) => broken).map(([, what]) => what)
}

/** Each route of the protocol is there once, guarded by an ACL of its own for the role that the protocol names. */
export const everyRouteIsGuarded: Rule = (built) => {
  const operations = recordsOf(built, 'sys_ws_operation')
  const found = operations.flatMap((operation): Finding[] =>
    check(built, operation).map((what) => ({ where: nameOf(operation), what })),
  )
  const missing = routesOf(built).filter(
    ({ method, path }) =>
      !operations.some(({ values }) => values['http_method'] === method && values['relative_path'] === path),
  )
  return [
    ...found,
    ...missing.map(({ method, path }) => ({ where: `${method} ${path}`, what: 'is missing from the package' })),
  ]
}
