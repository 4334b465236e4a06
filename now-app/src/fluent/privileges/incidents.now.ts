import { CrossScopePrivilege } from '@servicenow/sdk/core'

/**
 * Where the instance enforces what an application may reach, nobody has to allow this before incidents are synced. It opens nothing:
 * sync access does. Other tables are asked for by the platform when they are first reached.
 */
CrossScopePrivilege({
  $id: Now.ID['privilege-task-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'task',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-incident-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'incident',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-incident-create'],
  operation: 'create',
  status: 'allowed',
  targetName: 'incident',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-incident-write'],
  operation: 'write',
  status: 'allowed',
  targetName: 'incident',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
