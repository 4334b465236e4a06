import { Form, default_view } from '@servicenow/sdk/core'
import { TABLES } from '../../server/names.ts'

/** Both records side by side, and how the pair stands. */
Form({
  table: TABLES.syncPair,
  view: default_view,
  sections: [
    {
      caption: 'Sync pair',
      content: [
        {
          layout: 'two-column',
          leftElements: [
            { field: 'local_key', type: 'table_field' },
            { field: 'local_url', type: 'table_field' },
            { field: 'last_out_at', type: 'table_field' },
            { field: 'table_name', type: 'table_field' },
            { field: 'record', type: 'table_field' },
          ],
          rightElements: [
            { field: 'remote_key', type: 'table_field' },
            { field: 'remote_url', type: 'table_field' },
            { field: 'last_in_at', type: 'table_field' },
            { field: 'connection', type: 'table_field' },
            { field: 'pair_id', type: 'table_field' },
          ],
        },
        {
          layout: 'one-column',
          elements: [
            { field: 'state', type: 'table_field' },
            { field: 'cause', type: 'table_field' },
          ],
        },
      ],
    },
  ],
})
