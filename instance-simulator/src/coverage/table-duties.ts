/**
 * What the simulator does with the records of a kind of application file. A kind that is absent is kept and never acted upon: its
 * records show as "stored only".
 */
export const TABLE_DUTIES: Readonly<Record<string, 'runs' | 'in effect'>> = {
  sys_app: 'in effect',
  sys_db_object: 'in effect',
  sys_dictionary: 'in effect',
  sys_choice: 'in effect',
  sys_choice_set: 'in effect',
  sys_number: 'in effect',
  sys_properties: 'in effect',
  sys_user_role: 'in effect',
  sys_user_role_contains: 'in effect',
  sys_security_acl: 'in effect',
  sys_security_acl_role: 'in effect',
  sys_ui_action_role: 'in effect',
  sys_app_application: 'in effect',
  sys_app_module: 'in effect',
  sys_ws_definition: 'in effect',
  sys_ux_lib_asset: 'in effect',
  sys_script: 'runs',
  sys_script_include: 'runs',
  sys_module: 'runs',
  sys_ui_action: 'runs',
  sys_ui_page: 'runs',
  sys_ws_operation: 'runs',
  sysauto_script: 'runs',
}
