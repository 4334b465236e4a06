import type { Row } from '../../contracts.ts'
import { seedId } from './seed-id.ts'

export type Seed = readonly [table: string, row: Row]

/** A person who may log in to the simulated instance. */
export interface SimulatedUser {
  readonly userName: string
  readonly password: string
  readonly firstName: string
  readonly lastName: string
  readonly roles: readonly string[]
}

export const defaultUsers: readonly SimulatedUser[] = [
  { userName: 'admin', password: 'admin', firstName: 'System', lastName: 'Administrator', roles: ['admin'] },
  { userName: 'abel.tuter', password: 'abel', firstName: 'Abel', lastName: 'Tuter', roles: ['itil'] },
]

/** Well-known sys_ids: scripts and recordings of real instances carry them. */
const known: Readonly<Record<string, string>> = {
  'sys_user:admin': '6816f79cc0a8016401c5a33be04be441',
  'sys_user:abel.tuter': '62826bf03710200044e0bfc8bcbe5df1',
  'sys_user:guest': '5136503cc611227c0183e96598c4f706',
  'sys_user:beth.anglin': '46d44a23a9fe19810012d100cca80666',
  'sys_user_role:admin': '2831a114c611228501d4ea6c309d626d',
  'sys_user_role:itil': '282bf1fac6112285017366cb5f867469',
  'sys_user_group:Service Desk': 'd625dccec0a8016700a222a0f7900d06',
  'sys_user_group:Network': '287ebd7da9fe198100f92cc8d1d2154e',
  'sys_user_group:Hardware': '8a5055c9c61122780043563ef53438e3',
}

export const idOf = (table: string, key: string) => known[`${table}:${key}`] ?? seedId(table, key)

/** Role → what it contains. */
const roles: Readonly<Record<string, readonly string[]>> = {
  public: [],
  snc_internal: [],
  admin: ['itil', 'user_admin', 'rest_service'],
  itil: ['sn_incident_write', 'sn_problem_write', 'sn_change_write'],
  itil_admin: ['itil'],
  sn_incident_write: ['sn_incident_read'],
  sn_incident_read: [],
  sn_problem_write: [],
  sn_change_write: [],
  user_admin: [],
  rest_service: [],
  security_admin: [],
  maint: [],
  /** Granted to nobody, not even to admin: rules name it to shut a door. */
  nobody: [],
  snc_external: [],
  approver_user: [],
  catalog_admin: [],
}

export const userSeed = (user: SimulatedUser): Seed => [
  'sys_user',
  {
    sys_id: idOf('sys_user', user.userName),
    user_name: user.userName,
    user_password: user.password,
    first_name: user.firstName,
    last_name: user.lastName,
    name: `${user.firstName} ${user.lastName}`.trim(),
    email: `${user.userName}@example.com`,
  },
]

const groups = ['Service Desk', 'Network', 'Hardware', 'Database']

/** Fulfils incidents in the demo rows; has no password and cannot log in. */
export const beth: SimulatedUser = {
  userName: 'beth.anglin',
  password: '',
  firstName: 'Beth',
  lastName: 'Anglin',
  roles: ['itil'],
}

/** Roles, groups and people without a password of their own. */
export function peopleSeeds(): readonly Seed[] {
  const roleRows = Object.keys(roles).map((name): Seed => [
    'sys_user_role',
    { sys_id: idOf('sys_user_role', name), name },
  ])
  const contained = Object.entries(roles).flatMap(([role, inner]) =>
    inner.map((each): Seed => [
      'sys_user_role_contains',
      {
        sys_id: seedId('contains', role, each),
        role: idOf('sys_user_role', role),
        contains: idOf('sys_user_role', each),
      },
    ]),
  )
  const groupRows = groups.map((name): Seed => [
    'sys_user_group',
    {
      sys_id: idOf('sys_user_group', name),
      name,
      manager: idOf('sys_user', 'beth.anglin'),
      email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
      ...(name === 'Network' ? { parent: idOf('sys_user_group', 'Hardware') } : {}),
    },
  ])
  const member: Seed = [
    'sys_user_grmember',
    {
      sys_id: seedId('member', 'beth.anglin'),
      user: idOf('sys_user', 'beth.anglin'),
      group: idOf('sys_user_group', 'Service Desk'),
    },
  ]
  const guest = { userName: 'guest', password: '', firstName: '', lastName: 'Guest', roles: [] }
  return [...roleRows, ...contained, ...groupRows, userSeed(guest), userSeed(beth), member]
}
