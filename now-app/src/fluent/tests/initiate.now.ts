import { Test } from '@servicenow/sdk/core'
import { admin } from '../roles/admin.now.ts'

/** How far the platform's test framework reaches: the way into the flow. The wizard itself is tested in a browser, where this application is built. */
Test(
  {
    $id: Now.ID['test-initiate'],
    name: 'Accord: initiate a connection',
    description:
      'Opens the form of a pending connection as an Accord admin and asserts that Initiate Connection is offered and leaves the form for the console.',
    active: true,
    failOnServerError: true,
  },
  (atf) => {
    const row = atf.server.recordInsert({
      $id: Now.ID['test-initiate-row'],
      table: 'x_accrd_bridge_connection',
      fieldValues: { name: 'ATF initiate', node_connection_id: 'atf-initiate', side: 'source', state: 'invited' },
      assert: 'record_successfully_inserted',
      enforceSecurity: false,
    })
    atf.server.createUser({
      $id: Now.ID['test-initiate-admin'],
      firstName: 'Accord',
      lastName: 'Admin',
      fieldValues: {},
      groups: [],
      roles: [admin],
      impersonate: true,
    })
    atf.form.openExistingRecord({
      $id: Now.ID['test-initiate-form'],
      table: 'x_accrd_bridge_connection',
      recordId: row.record_id,
    })
    atf.form.uiActionVisibility({
      $id: Now.ID['test-initiate-visible'],
      table: 'x_accrd_bridge_connection',
      visible: [Now.ref('sys_ui_action', 'action-initiate'), Now.ref('sys_ui_action', 'action-accept')],
    })
    atf.form.clickUIAction({
      $id: Now.ID['test-initiate-click'],
      table: 'x_accrd_bridge_connection',
      uiAction: Now.ref('sys_ui_action', 'action-initiate'),
      assert: 'form_submitted_to_server',
    })
  },
)
