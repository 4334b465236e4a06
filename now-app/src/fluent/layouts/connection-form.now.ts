import { Form, default_view } from '@servicenow/sdk/core'
import { connectionPanel } from '../panel/connection-panel.now.ts'
import { TABLES } from '../../server/names.ts'
import { SCOPE } from '../../server/scope.ts'

Form({
  table: TABLES.connection,
  view: default_view,
  sections: [
    {
      caption: 'Connection',
      content: [
        {
          layout: 'one-column',
          elements: [
            { type: 'formatter', formatterRef: connectionPanel, formatterName: `${SCOPE}_connection_panel.xml` },
          ],
        },
        {
          layout: 'two-column',
          leftElements: [
            { field: 'name', type: 'table_field' },
            { field: 'state', type: 'table_field' },
            { field: 'state_reason_code', type: 'table_field' },
            { field: 'state_reason_detail', type: 'table_field' },
            { field: 'mode', type: 'table_field' },
            { field: 'side', type: 'table_field' },
            { field: 'is_local', type: 'table_field' },
          ],
          rightElements: [
            { field: 'local_short_name', type: 'table_field' },
            { field: 'remote_short_name', type: 'table_field' },
            { field: 'activated_at', type: 'table_field' },
            { field: 'health', type: 'table_field' },
            { field: 'last_contact_at', type: 'table_field' },
            { field: 'rest_version', type: 'table_field' },
            { field: 'node_connection_id', type: 'table_field' },
            { field: 'revision', type: 'table_field' },
          ],
        },
        { layout: 'one-column', elements: [{ field: 'description', type: 'table_field' }] },
      ],
    },
    {
      caption: 'Remote side',
      content: [
        {
          layout: 'two-column',
          leftElements: [
            { field: 'remote_name', type: 'table_field' },
            { field: 'remote_instance_url', type: 'table_field' },
            { field: 'remote_node_url', type: 'table_field' },
            { field: 'remote_node_type', type: 'table_field' },
          ],
          rightElements: [
            { field: 'remote_instance_uid', type: 'table_field' },
            { field: 'remote_node_version', type: 'table_field' },
            { field: 'remote_key_fingerprint', type: 'table_field' },
            { field: 'local_key_fingerprint', type: 'table_field' },
          ],
        },
      ],
    },
    {
      caption: 'Handshake',
      content: [
        {
          layout: 'one-column',
          elements: [{ type: 'list', listType: '12M', listRef: `${TABLES.handshakeLog}.connection` }],
        },
      ],
    },
    {
      caption: 'Sync pairs',
      content: [
        {
          layout: 'one-column',
          elements: [{ type: 'list', listType: '12M', listRef: `${TABLES.syncPair}.connection` }],
        },
      ],
    },
    {
      caption: 'Invitations',
      content: [
        {
          layout: 'one-column',
          elements: [{ type: 'list', listType: '12M', listRef: `${TABLES.invitation}.connection` }],
        },
      ],
    },
  ],
})
