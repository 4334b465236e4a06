import type { Row } from '../../contracts.ts'
import { idOf, type Seed } from './seed-people.ts'
import { choiceSeeds } from './seed-choices.ts'
import { seedId } from './seed-id.ts'

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
