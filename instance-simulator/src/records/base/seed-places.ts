import type { Row } from '../../contracts.ts'
import { seedId } from './seed-id.ts'
import { idOf, type Seed } from './seed-people.ts'

/** Where people of the demo rows work, so that `caller_id.department.dept_head.email` leads somewhere without a demo set. */
const company = seedId('company', 'Example')
const costCenter = seedId('cost center', 'IT')
const locations = { headquarters: seedId('location', 'Berlin'), branch: seedId('location', 'Austin') }
const departments = { it: seedId('department', 'IT'), sales: seedId('department', 'Sales') }

const at = (location: string, department: string, more: Row = {}): Row => ({
  company,
  cost_center: costCenter,
  location,
  department,
  ...more,
})

/** What belongs to a person beside name and login, by user name. */
export const placeOf: Readonly<Record<string, Row>> = {
  admin: at(locations.headquarters, departments.it, { title: 'System Administrator' }),
  'beth.anglin': at(locations.headquarters, departments.it, {
    title: 'Service desk lead',
    manager: idOf('sys_user', 'admin'),
  }),
  'abel.tuter': at(locations.branch, departments.sales, {
    title: 'Sales representative',
    manager: idOf('sys_user', 'beth.anglin'),
    phone: '+1 555 0100',
  }),
}

const head = idOf('sys_user', 'beth.anglin')
const contact = idOf('sys_user', 'abel.tuter')

export const placeSeeds = (): readonly Seed[] => [
  ['core_company', { sys_id: company, name: 'Example Inc.', city: 'Berlin', website: 'https://example.com' }],
  ['cmn_cost_center', { sys_id: costCenter, name: 'IT', code: 'CC100' }],
  ['cmn_location', { sys_id: locations.headquarters, name: 'Berlin', full_name: 'DE/Berlin', street: 'Main Street 1', city: 'Berlin', country: 'DE', time_zone: 'Europe/Berlin', latitude: '52.5200', longitude: '13.4050', contact: head, company }],
  ['cmn_location', { sys_id: locations.branch, name: 'Austin', full_name: 'US/Austin', street: '1 Main Street', city: 'Austin', country: 'US', time_zone: 'US/Central', latitude: '30.2672', longitude: '-97.7431', contact, company, parent: locations.headquarters }],
  ['cmn_department', { sys_id: departments.it, name: 'IT', id: 'IT', dept_head: head, primary_contact: head, company, cost_center: costCenter }],
  ['cmn_department', { sys_id: departments.sales, name: 'Sales', id: 'SALES', dept_head: head, primary_contact: contact, parent: departments.it, company, cost_center: costCenter }],
] // prettier-ignore
