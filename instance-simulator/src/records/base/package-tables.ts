/** The simulator's own memory of what it installed; no platform has this table. */
export const packageTables = `
simulator_package_record "Installed package record"
  scope string(18) "Scope"
  table_name string(80) "Table"
  record_id string(32) "Record"
  folder string(40) "Folder"
  file string(255) "File"
  note string(1000) "Note"
  applied_mod_count integer "Updates when last applied"
simulator_package_table "Installed package table"
  scope string(18) "Scope"
  *table_name string(80) "Table"
  learnt boolean "Learnt from its records"
clone_data_exclude < sys_metadata "Exclude Table"
  *name string(80) "Table"
  include_in_system_clone boolean "Include in system clone"
`
