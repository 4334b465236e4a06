import { Test } from '@servicenow/sdk/core'
import { auditor } from '../roles/auditor.now.ts'

Test(
  {
    $id: Now.ID['test-not-offered'],
    name: 'Accord: an auditor is not offered to initiate or to accept',
    description:
      'Opens the form of a connection as an Accord auditor and asserts that neither Initiate Connection nor Accept invitation is offered: the negative side of the condition and the roles of both.',
    active: true,
    failOnServerError: true,
  },
  (atf) => {
    const row = atf.server.recordInsert({
      $id: Now.ID['test-not-offered-row'],
      table: 'x_accrd_bridge_connection',
      fieldValues: { name: 'ATF auditor', node_connection_id: 'atf-auditor', side: 'source', state: 'invited' },
      assert: 'record_successfully_inserted',
      enforceSecurity: false,
    })
    atf.server.createUser({
      $id: Now.ID['test-not-offered-auditor'],
      firstName: 'Accord',
      lastName: 'Auditor',
      fieldValues: {},
      groups: [],
      roles: [auditor],
      impersonate: true,
    })
    atf.form.openExistingRecord({
      $id: Now.ID['test-not-offered-form'],
      table: 'x_accrd_bridge_connection',
      recordId: row.record_id,
    })
    atf.form.uiActionVisibility({
      $id: Now.ID['test-not-offered-hidden'],
      table: 'x_accrd_bridge_connection',
      notVisible: [Now.ref('sys_ui_action', 'action-initiate'), Now.ref('sys_ui_action', 'action-accept')],
    })
  },
)
