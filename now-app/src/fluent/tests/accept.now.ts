import { Test } from '@servicenow/sdk/core'
import { admin } from '../roles/admin.now.ts'

/** The way into the flow, and that nobody without a login gets a code read. */
Test(
  {
    $id: Now.ID['test-accept'],
    name: 'Accord: accept an invitation',
    description:
      'Opens the form of a connection as an Accord admin and asserts that Accept invitation leaves it for the console; then posts a code to the preview route without credentials and asserts that it is refused by 401.',
    active: true,
    failOnServerError: true,
  },
  (atf) => {
    const row = atf.server.recordInsert({
      $id: Now.ID['test-accept-row'],
      table: 'x_accrd_bridge_connection',
      fieldValues: { name: 'ATF accept', node_connection_id: 'atf-accept', side: 'destination', state: 'redeeming' },
      assert: 'record_successfully_inserted',
      enforceSecurity: false,
    })
    atf.server.createUser({
      $id: Now.ID['test-accept-admin'],
      firstName: 'Accord',
      lastName: 'Admin',
      fieldValues: {},
      groups: [],
      roles: [admin],
      impersonate: true,
    })
    atf.form.openExistingRecord({
      $id: Now.ID['test-accept-form'],
      table: 'x_accrd_bridge_connection',
      recordId: row.record_id,
    })
    atf.form.clickUIAction({
      $id: Now.ID['test-accept-click'],
      table: 'x_accrd_bridge_connection',
      uiAction: Now.ref('sys_ui_action', 'action-accept'),
      assert: 'form_submitted_to_server',
    })
    atf.rest.sendRestRequest({
      $id: Now.ID['test-accept-request'],
      path: '/api/x_accrd_bridge/v1/console/invitations/preview',
      body: '{"code":"atf"}',
      auth: '',
      method: 'post',
      queryParameters: {},
      headers: { 'content-type': 'application/json' },
    })
    atf.rest.assertStatusCode({ $id: Now.ID['test-accept-status'], operation: 'equals', statusCode: 401 })
  },
)
