import { type Seed } from './seed-people.ts'
import { seedId } from './seed-id.ts'

const application = seedId('menu', 'incident')

const module = (title: string, order: number, target: Seed[1]): Seed => [
  'sys_app_module',
  {
    sys_id: seedId('module', 'incident', title),
    title,
    application,
    order: String(order),
    name: 'incident',
    active: 'true',
    ...target,
  },
]

/** The one application of the platform's own in the navigator: what whoever tries an application looks for first. */
export const menuSeeds = (): readonly Seed[] => [
  ['sys_app_application', { sys_id: application, title: 'Incident', active: 'true', order: '200', roles: 'itil' }],
  module('Create New', 100, { link_type: 'NEW' }),
  module('Open', 200, { link_type: 'LIST', filter: 'active=true^ORDERBYDESCsys_created_on' }),
  module('All', 300, { link_type: 'LIST', filter: 'ORDERBYDESCsys_created_on' }),
]
