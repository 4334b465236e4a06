import { systemCaller } from '../../access/system-callers.ts'
import type { Row } from '../../contracts.ts'
import type { MemoryStore } from '../record-store.ts'
import { demoRandom, type DemoRandom } from './demo-random.ts'
import { seedId } from './seed-id.ts'

/** How many rows of each table the demo set has; some thousand in all. */
const SIZES = {
  core_company: 8, cmn_location: 40, cmn_cost_center: 12, cmn_department: 16, sys_user: 400, sys_user_group: 24, sys_user_grmember: 600,
  cmdb_ci_linux_server: 120, cmdb_ci_win_server: 80, cmdb_ci_pc_hardware: 300, cmdb_ci_service: 25, cmdb_ci_ip_switch: 20, cmdb_rel_ci: 400,
  sc_cat_item: 20, incident: 1000, problem: 80, problem_task: 120, change_request: 200, change_task: 300, sc_request: 150, sc_req_item: 250,
  sc_task: 250, customer_account: 30, customer_contact: 60, sn_customerservice_case: 200,
} as const // prettier-ignore

type DemoTable = keyof typeof SIZES

const FIRST = ['Ada', 'Ben', 'Chandra', 'Dilan', 'Elif', 'Femi', 'Greta', 'Hiro', 'Ines', 'Jonas', 'Kofi', 'Lena', 'Mateo', 'Noor', 'Olga', 'Pavel'] // prettier-ignore
const LAST = ['Abe', 'Berg', 'Costa', 'Diaz', 'Eriksen', 'Fischer', 'Gupta', 'Haddad', 'Ito', 'Jansen', 'Kim', 'Lopez', 'Moreau', 'Novak', 'Okafor', 'Petrov'] // prettier-ignore
const CITIES = [['Berlin', 'DE', 'Europe/Berlin'], ['Austin', 'US', 'US/Central'], ['Pune', 'IN', 'Asia/Kolkata'], ['Osaka', 'JP', 'Asia/Tokyo'], ['Lagos', 'NG', 'Africa/Lagos'], ['Quito', 'EC', 'America/Guayaquil']] as const // prettier-ignore
const DEPARTMENTS = ['Finance', 'Sales', 'IT', 'Legal', 'Logistics', 'Support', 'Research', 'Marketing']
const THINGS = ['mail server', 'laptop', 'printer', 'VPN', 'payroll', 'file share', 'phone', 'web shop', 'database', 'badge reader'] // prettier-ignore
const TROUBLES = ['is slow', 'cannot be reached', 'loses its settings', 'asks for a password again', 'stops at night', 'shows an error'] // prettier-ignore

const idOf = (table: DemoTable, index: number): string => seedId('demo', table, String(index))

interface DemoWorld extends DemoRandom {
  /** Some row of a table of the set. */
  readonly some: (table: DemoTable) => string
  /** The row of another table that belongs to this one. */
  readonly at: (table: DemoTable, index: number) => string
  readonly instant: () => string
}

type Maker = (world: DemoWorld, index: number) => Row

const work = ({ some, pick, instant }: DemoWorld, states: readonly string[]): Row => ({
  short_description: `The ${pick(THINGS)} ${pick(TROUBLES)}`,
  state: pick(states),
  priority: pick(['2', '3', '4', '5']),
  opened_at: instant(),
  opened_by: some('sys_user'),
  assigned_to: some('sys_user'),
  assignment_group: some('sys_user_group'),
  location: some('cmn_location'),
  company: some('core_company'),
  cmdb_ci: some('cmdb_ci_linux_server'),
})

const item =
  (prefix: string, more: Maker = () => ({})): Maker =>
  (world, index) => ({
    name: `${prefix}-${String(index + 1).padStart(4, '0')}`,
    location: world.some('cmn_location'),
    owned_by: world.some('sys_user'),
    support_group: world.some('sys_user_group'),
    serial_number: `SN${index * 7919}`,
    ...more(world, index),
  })

/** A person's name is unique by its number. */
function person({ pick, some }: DemoWorld, index: number, prefix: string): Row {
  const [first = '', last = ''] = [pick(FIRST), pick(LAST)]
  const login = `${prefix}${first}.${last}.${index}`.toLowerCase()
  return {
    user_name: login, first_name: first, last_name: last, name: `${first} ${last}`, email: `${login}@example.com`,
    title: pick(['Engineer', 'Clerk', 'Manager', 'Analyst']), employee_number: String(10_000 + index), phone: `+1 555 ${1000 + index}`,
    department: some('cmn_department'), location: some('cmn_location'), company: some('core_company'), cost_center: some('cmn_cost_center'),
    manager: idOf('sys_user', Math.floor(index / 10)),
  } // prettier-ignore
}

const MAKERS: Readonly<Record<DemoTable, Maker>> = {
  core_company: ({ pick }, index) => ({ name: `Company ${index + 1}`, city: pick(CITIES)[0], vendor: String(index % 2 === 0) }),
  cmn_location: ({ pick }, index) => {
    const [city, country, zone] = pick(CITIES)
    return { name: `${city} ${index + 1}`, full_name: `${country}/${city} ${index + 1}`, street: `${index + 1} Main Street`, city, country, time_zone: zone }
  },
  cmn_cost_center: (_world, index) => ({ name: `Cost center ${index + 1}`, code: `CC${100 + index}` }),
  cmn_department: ({ some }, index) => ({
    name: `${DEPARTMENTS[index % DEPARTMENTS.length]} ${Math.floor(index / DEPARTMENTS.length) + 1}`, id: `D${index}`,
    dept_head: idOf('sys_user', index), company: some('core_company'), cost_center: some('cmn_cost_center'),
  }),
  sys_user: (world, index) => person(world, index, ''),
  sys_user_group: ({ some, pick }, index) => ({ name: `${pick(DEPARTMENTS)} team ${index + 1}`, manager: some('sys_user'), email: `team${index}@example.com` }),
  sys_user_grmember: ({ at }, index) => ({ user: at('sys_user', index), group: idOf('sys_user_group', (index * 7 + Math.floor(index / 400)) % SIZES.sys_user_group) }),
  cmdb_ci_linux_server: item('lnx', () => ({ os: 'Linux Debian', ram: '32768', cpu_count: '8' })),
  cmdb_ci_win_server: item('win', () => ({ os: 'Windows 2022', ram: '65536', cpu_count: '16' })),
  cmdb_ci_pc_hardware: item('pc', ({ some }) => ({ assigned_to: some('sys_user') })),
  cmdb_ci_service: item('Service', ({ pick }) => ({ busines_criticality: pick(['1 - most critical', '2 - somewhat critical']) })),
  cmdb_ci_ip_switch: item('sw', () => ({ ports: '48' })),
  cmdb_rel_ci: ({ some }) => ({ parent: some('cmdb_ci_service'), child: some('cmdb_ci_linux_server'), type: seedId('demo', 'depends on') }),
  sc_cat_item: ({ pick }, index) => ({ name: `New ${pick(THINGS)} ${index + 1}`, price: String(10 * (index + 1)) }),
  incident: (world) => ({ ...work(world, ['1', '2', '3', '6', '7']), caller_id: world.some('sys_user'), category: world.pick(['software', 'hardware', 'network']) }),
  problem: (world) => work(world, ['101', '102', '103', '104']),
  problem_task: (world, index) => ({ ...work(world, ['151', '152', '154']), problem: world.at('problem', index) }),
  change_request: (world) => ({ ...work(world, ['-5', '-4', '-3', '-2', '-1', '0']), type: world.pick(['normal', 'standard', 'emergency']) }),
  change_task: (world, index) => ({ ...work(world, ['-5', '1', '2']), change_request: world.at('change_request', index) }),
  sc_request: (world) => ({ ...work(world, ['1', '2']), requested_for: world.some('sys_user') }),
  sc_req_item: (world, index) => ({ ...work(world, ['1', '2']), request: world.at('sc_request', index), cat_item: world.some('sc_cat_item') }),
  sc_task: (world, index) => ({ ...work(world, ['1', '2']), request_item: world.at('sc_req_item', index) }),
  customer_account: ({ pick }, index) => ({ name: `Customer ${index + 1}`, city: pick(CITIES)[0], customer: 'true' }),
  customer_contact: (world, index) => ({ ...person(world, index, 'customer.'), account: world.at('customer_account', index) }),
  sn_customerservice_case: (world, index) => ({ ...work(world, ['1', '10', '18', '6']), account: world.at('customer_account', index), contact: world.some('customer_contact') }),
} // prettier-ignore

/** Closed work is not active, resolved work has the second state column filled: what the instance's rules would have made of it. */
const lived = (table: DemoTable, row: Row): Row => ({
  ...row,
  ...(table === 'incident' ? { incident_state: row['state'] ?? '1', active: String(row['state'] !== '7') } : {}),
})

/** Some thousand rows that hang together, the same on every instance; made, not stored in this repository. */
export function writeDemoSet(store: MemoryStore, nowMs: number): void {
  const { pick, below } = demoRandom(20_260_101)
  const world: DemoWorld = {
    pick,
    below,
    some: (table) => idOf(table, below(SIZES[table])),
    at: (table, index) => idOf(table, index % SIZES[table]),
    instant: () => new Date(nowMs - below(180 * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' '),
  }
  const relation = { sys_id: seedId('demo', 'depends on'), name: 'Depends on::Used by', parent_descriptor: 'Depends on', child_descriptor: 'Used by' } // prettier-ignore
  store.insert('cmdb_rel_type', relation, systemCaller)
  for (const table of Object.keys(SIZES) as DemoTable[])
    for (let index = 0; index < SIZES[table]; index += 1)
      store.insert(table, { ...lived(table, MAKERS[table](world, index)), sys_id: idOf(table, index) }, systemCaller)
}
