import type { Row } from '../../contracts.ts'
import { idOf, type Seed } from './seed-people.ts'
import { seedId } from './seed-id.ts'

/** table.element → value → label, in the order of the lists. */
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'task.priority': { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' },
  'task.impact': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.urgency': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.state': {
    '-5': 'Pending',
    1: 'Open',
    2: 'Work in Progress',
    3: 'Closed Complete',
    4: 'Closed Incomplete',
    7: 'Closed Skipped',
  },
  'task.contact_type': { email: 'Email', phone: 'Phone', 'self-service': 'Self-service', 'walk-in': 'Walk-in' },
  'incident.state': { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' },
  'incident.incident_state': { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' },
  'incident.category': {
    inquiry: 'Inquiry / Help',
    software: 'Software',
    hardware: 'Hardware',
    network: 'Network',
    database: 'Database',
  },
  'incident.severity': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'problem.state': {
    101: 'New',
    102: 'Assess',
    103: 'Root Cause Analysis',
    104: 'Fix in Progress',
    106: 'Resolved',
    107: 'Closed',
  },
  'change_request.state': {
    '-5': 'New',
    '-4': 'Assess',
    '-3': 'Authorize',
    '-2': 'Scheduled',
    '-1': 'Implement',
    0: 'Review',
    3: 'Closed',
    4: 'Canceled',
  },
  'problem_task.state': { 151: 'New', 152: 'Assess', 154: 'Work in Progress', 157: 'Closed' },
  'change_task.state': { '-5': 'Pending', 1: 'Open', 2: 'In Progress', 3: 'Closed', 4: 'Canceled' },
  'sc_request.request_state': {
    requested: 'Pending Approval',
    in_process: 'Approved',
    closed_complete: 'Closed Complete',
    closed_incomplete: 'Closed Incomplete',
    closed_cancelled: 'Closed Cancelled',
  },
  'sn_customerservice_case.state': {
    1: 'New',
    10: 'Open',
    18: 'Awaiting Info',
    6: 'Resolved',
    3: 'Closed',
    7: 'Cancelled',
  },
  'cmdb.install_status': { 1: 'Installed', 2: 'On Order', 3: 'In Maintenance', 6: 'In Stock', 7: 'Retired' },
  'cmdb_ci.operational_status': { 1: 'Operational', 2: 'Non-Operational', 3: 'Repair in Progress', 6: 'Retired' },
  'change_request.type': { normal: 'Normal', standard: 'Standard', emergency: 'Emergency' },
}

const choiceSeeds = (): readonly Seed[] =>
  Object.entries(choices).flatMap(([path, labels]) => {
    const [name = '', element = ''] = path.split('.')
    return Object.entries(labels).map(([value, label], index): Seed => {
      return [
        'sys_choice',
        { sys_id: seedId('choice', path, value), name, element, value, label, sequence: String(index) },
      ]
    })
  })

const numbering: Readonly<Record<string, string>> = {
  task: 'TASK',
  incident: 'INC',
  problem: 'PRB',
  change_request: 'CHG',
  problem_task: 'PTASK',
  change_task: 'CTASK',
  sc_request: 'REQ',
  sc_req_item: 'RITM',
  sc_task: 'SCTASK',
  sn_customerservice_case: 'CS',
  customer_account: 'ACCT',
  sys_import_set: 'ISET',
}

const numberSeeds = (): readonly Seed[] =>
  Object.entries(numbering).map(([category, prefix]): Seed => {
    return [
      'sys_number',
      { sys_id: seedId('number', category), category, prefix, number: '10000', maximum_digits: '7' },
    ]
  })

const incidents: readonly Row[] = [
  { short_description: 'Unable to get to network file shares', category: 'network', priority: '1', state: '2' },
  { short_description: 'Network storage unavailable', category: 'network', priority: '2', state: '2' },
  { short_description: 'Wireless access is down in my area', category: 'network', priority: '1', state: '1' },
  { short_description: 'Forgot email password', category: 'inquiry', priority: '5', state: '7', active: 'false' },
  { short_description: 'Customer did not receive a fax', category: 'inquiry', priority: '4', state: '1' },
  {
    short_description: 'My computer is not detecting the headphone device',
    category: 'hardware',
    priority: '3',
    state: '1',
  },
  { short_description: 'Reset my password', category: 'inquiry', priority: '4', state: '6' },
  { short_description: 'Need Oracle 10GR2 installed', category: 'database', priority: '3', state: '3' },
  { short_description: 'Email server is down', category: 'software', priority: '1', state: '2' },
  { short_description: 'Missing my home directory', category: 'software', priority: '5', state: '1' },
  { short_description: 'Printer on floor 2 is out of toner', category: 'hardware', priority: '5', state: '1' },
  { short_description: 'Laptop battery lasts an hour', category: 'hardware', priority: '4', state: '1' },
]

/** Impact and urgency that lead to a priority, and the field that repeats the state: the rules of the instance say so, too. */
function lifeOf(row: Row): Row {
  const priority = Number(row['priority'])
  const impact = Math.ceil(priority / 2)
  const urgency = priority + 1 - impact
  return { ...row, impact: String(impact), urgency: String(urgency), incident_state: row['state'] ?? '1' }
}

const incidentSeeds = (): readonly Seed[] =>
  incidents.map((row, index): Seed => {
    const number = `INC00000${String(index + 10)}`
    const caller = index % 2 === 0 ? 'abel.tuter' : 'beth.anglin'
    const group = index % 3 === 0 ? 'Network' : 'Service Desk'
    const people = { caller_id: idOf('sys_user', caller), opened_by: idOf('sys_user', 'admin') }
    return [
      'incident',
      {
        sys_id: seedId('incident', number),
        number,
        assignment_group: idOf('sys_user_group', group),
        ...people,
        ...lifeOf(row),
      },
    ]
  })

const otherWork: readonly Seed[] = [
  [
    'problem',
    {
      sys_id: seedId('problem', '1'),
      number: 'PRB0000010',
      short_description: 'Switch outages in building 3',
      state: '101',
      priority: '2',
    },
  ],
  [
    'problem',
    {
      sys_id: seedId('problem', '2'),
      number: 'PRB0000011',
      short_description: 'Mail queue grows at night',
      state: '103',
    },
  ],
  [
    'change_request',
    {
      sys_id: seedId('change', '1'),
      number: 'CHG0000010',
      short_description: 'Replace the core switch',
      state: '-3',
      risk: '2',
    },
  ],
  [
    'change_request',
    {
      sys_id: seedId('change', '2'),
      number: 'CHG0000011',
      short_description: 'Patch the mail servers',
      state: '-5',
      type: 'standard',
    },
  ],
]

/** Choices, numbering and demo rows of the task tables. */
export const workSeeds = (): readonly Seed[] => [...numberSeeds(), ...choiceSeeds(), ...incidentSeeds(), ...otherWork]
