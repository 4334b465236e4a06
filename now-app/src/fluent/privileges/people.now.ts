import { CrossScopePrivilege } from '@servicenow/sdk/core'

/** Who wrote something, whom a reference names; and the sync user, which an administrator makes in Set-up under his own rights. */
CrossScopePrivilege({
  $id: Now.ID['privilege-user-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sys_user',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-user-create'],
  operation: 'create',
  status: 'allowed',
  targetName: 'sys_user',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-user-write'],
  operation: 'write',
  status: 'allowed',
  targetName: 'sys_user',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-group-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sys_user_group',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-role-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sys_user_role',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-user-role-read'],
  operation: 'read',
  status: 'allowed',
  targetName: 'sys_user_has_role',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
CrossScopePrivilege({
  $id: Now.ID['privilege-user-role-create'],
  operation: 'create',
  status: 'allowed',
  targetName: 'sys_user_has_role',
  targetScope: 'global',
  targetType: 'sys_db_object',
})
