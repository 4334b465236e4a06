/** Staging tables and what makes records of their rows. */
export const importTables = `
sys_import_set "Import Set"
  *number string(40) "Set" =javascript:getNextObjNumberPadded();
  state string(40) "State" =loading
  table_name string(80) "Table name"
  short_description string(1000) "Short description"
sys_import_set_row "Import Set Row"
  sys_import_set reference:sys_import_set "Set"
  sys_import_row integer "Row"
  sys_import_state string(40) "State" =pending
  sys_import_state_comment string(4000) "Comment"
  sys_target_table string(80) "Target table"
  sys_target_sys_id string(32) "Target record"
  sys_transform_map reference:sys_transform_map "Transform map"
sys_transform_map < sys_metadata "Table Transform Map"
  *name string(100) "Name"
  source_table string(80) "Source table"
  target_table string(80) "Target table"
  active boolean "Active" =true
  order integer "Order" =100
  run_business_rules boolean "Run business rules" =true
  run_script boolean "Run script"
  script string "Script"
  copy_empty_fields boolean "Copy empty fields"
  enforce_mandatory_fields string(40) "Enforce mandatory fields"
sys_transform_entry < sys_metadata "Field Map"
  map reference:sys_transform_map "Map"
  source_field string(80) "Source field"
  target_field string(80) "Target field"
  coalesce boolean "Coalesce"
  use_source_script boolean "Use source script"
  source_script string "Source script"
  choice_action string(40) "Choice action" =ignore
sys_transform_script < sys_metadata "Transform Script"
  map reference:sys_transform_map "Map"
  when string(40) "When" =onAfter
  script string "Script"
  order integer "Order" =100
  active boolean "Active" =true
`
