import { type Seed } from './seed-people.ts'
import { seedId } from './seed-id.ts'

/** The id of this view is its name, alone among all. */
export const DEFAULT_VIEW = 'Default view'

const ofIncidents = seedId('related list', 'incident')

/** What the platform's own form of an incident shows below its fields, as far as its tables are here. */
export const relatedListSeeds = (): readonly Seed[] => [
  ['sys_ui_view', { sys_id: DEFAULT_VIEW, name: '', title: DEFAULT_VIEW }],
  ['sys_ui_related_list', { sys_id: ofIncidents, name: 'incident', view: DEFAULT_VIEW, related_list: 'NULL' }],
  [
    'sys_ui_related_list_entry',
    {
      sys_id: seedId('related list', 'incident', 'children'),
      list_id: ofIncidents,
      related_list: 'incident.parent_incident',
      position: '0',
    },
  ],
]
