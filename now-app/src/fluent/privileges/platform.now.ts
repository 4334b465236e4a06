import { CrossScopePrivilege } from '@servicenow/sdk/core'

/** Entries, files, and the application's own jobs, which stand in a table of the platform. */
CrossScopePrivilege({
  $id: Now.ID['privilege-journal-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sys_journal_field',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-file-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sys_attachment',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-job-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sysauto_script',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
