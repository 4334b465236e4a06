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

const updateSets = seedId('menu', 'update sets')

/** Of the platform's own in the navigator: what whoever tries an application looks for first, and the way in of update sets. */
export const menuSeeds = (): readonly Seed[] => [
  ['sys_app_application', { sys_id: application, title: 'Incident', active: 'true', order: '200', roles: 'itil' }],
  module('Create New', 100, { link_type: 'NEW' }),
  module('Open', 200, { link_type: 'LIST', filter: 'active=true^ORDERBYDESCsys_created_on' }),
  module('All', 300, { link_type: 'LIST', filter: 'ORDERBYDESCsys_created_on' }),
  [
    'sys_app_application',
    { sys_id: updateSets, title: 'System Update Sets', active: 'true', order: '2000', roles: 'admin' },
  ],
  [
    'sys_app_module',
    {
      sys_id: seedId('module', 'update sets', 'retrieved'),
      title: 'Retrieved Update Sets',
      application: updateSets,
      order: '100',
      name: 'sys_remote_update_set',
      link_type: 'LIST',
      active: 'true',
      roles: 'admin',
    },
  ],
]
