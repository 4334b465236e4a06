import { seedId } from './seed-id.ts'
import type { Seed } from './seed-people.ts'

/** table.element → value → label, in the order of the lists. */
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'task.priority': { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' },
  'task.impact': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.urgency': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'task.state': {
    '-5': 'Pending',
    1: 'Open',
    2: 'Work in Progress',
    3: 'Closed Complete',
    4: 'Closed Incomplete',
    7: 'Closed Skipped',
  },
  'task.contact_type': { email: 'Email', phone: 'Phone', 'self-service': 'Self-service', 'walk-in': 'Walk-in' },
  'incident.state': { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' },
  'incident.incident_state': { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' },
  'incident.category': {
    inquiry: 'Inquiry / Help',
    software: 'Software',
    hardware: 'Hardware',
    network: 'Network',
    database: 'Database',
  },
  'task.approval': {
    'not requested': 'Not Yet Requested',
    requested: 'Requested',
    approved: 'Approved',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    duplicate: 'Duplicate',
    not_required: 'Not Required',
  },
  'task.escalation': { 0: 'Normal', 1: 'Moderate', 2: 'High', 3: 'Overdue' },
  'task.upon_approval': { proceed: 'Proceed to Next Task', do_nothing: 'Wait for a User to Close this Task' },
  'task.upon_reject': { cancel: 'Cancel all Future Tasks', goto: 'Go to a Previous Task' },
  'incident.hold_reason': { 1: 'Awaiting Caller', 5: 'Awaiting Change', 3: 'Awaiting Problem', 4: 'Awaiting Vendor' },
  'incident.notify': { 1: 'Do Not Notify', 2: 'Send Email', 3: 'Phone' },
  'incident.close_code': Object.fromEntries(
    [
      'Solved (Work Around)',
      'Solved (Permanently)',
      'Solved Remotely (Work Around)',
      'Solved Remotely (Permanently)',
      'Not Solved (Not Reproducible)',
      'Not Solved (Too Costly)',
      'Closed/Resolved by Caller',
    ].map((label) => [label, label]),
  ),
  'incident.severity': { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' },
  'problem.state': {
    101: 'New',
    102: 'Assess',
    103: 'Root Cause Analysis',
    104: 'Fix in Progress',
    106: 'Resolved',
    107: 'Closed',
  },
  'problem.problem_state': {
    101: 'New',
    102: 'Assess',
    103: 'Root Cause Analysis',
    104: 'Fix in Progress',
    106: 'Resolved',
    107: 'Closed',
  },
  'change_request.risk': { 2: 'High', 3: 'Moderate', 4: 'Low' },
  'change_request.close_code': {
    successful: 'Successful',
    successful_issues: 'Successful with issues',
    unsuccessful: 'Unsuccessful',
  },
  'change_request.state': {
    '-5': 'New',
    '-4': 'Assess',
    '-3': 'Authorize',
    '-2': 'Scheduled',
    '-1': 'Implement',
    0: 'Review',
    3: 'Closed',
    4: 'Canceled',
  },
  'problem_task.state': { 151: 'New', 152: 'Assess', 154: 'Work in Progress', 157: 'Closed' },
  'change_task.state': { '-5': 'Pending', 1: 'Open', 2: 'In Progress', 3: 'Closed', 4: 'Canceled' },
  'sc_request.request_state': {
    requested: 'Pending Approval',
    in_process: 'Approved',
    closed_complete: 'Closed Complete',
    closed_incomplete: 'Closed Incomplete',
    closed_cancelled: 'Closed Cancelled',
  },
  'sn_customerservice_case.state': {
    1: 'New',
    10: 'Open',
    18: 'Awaiting Info',
    6: 'Resolved',
    3: 'Closed',
    7: 'Cancelled',
  },
  'cmdb.install_status': { 1: 'Installed', 2: 'On Order', 3: 'In Maintenance', 6: 'In Stock', 7: 'Retired' },
  'cmdb_ci.operational_status': { 1: 'Operational', 2: 'Non-Operational', 3: 'Repair in Progress', 6: 'Retired' },
  'change_request.type': { normal: 'Normal', standard: 'Standard', emergency: 'Emergency' },
}

/** The rows of sys_choice that every instance has. */
export const choiceSeeds = (): readonly Seed[] =>
  Object.entries(choices).flatMap(([path, labels]) => {
    const [name = '', element = ''] = path.split('.')
    return Object.entries(labels).map(([value, label], index): Seed => {
      return [
        'sys_choice',
        { sys_id: seedId('choice', path, value), name, element, value, label, sequence: String(index) },
      ]
    })
  })
