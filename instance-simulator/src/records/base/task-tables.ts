/** The tables of work: task, incident, problem and change, and their journal. */
export const taskTables = `
task "Task"
  *number string(40) "Number" =javascript:getNextObjNumberPadded();
  short_description string(160) "Short description"
  description string(4000) "Description"
  state integer "State" =1
  active boolean "Active" =true
  priority integer "Priority" =4
  impact integer "Impact" =3
  urgency integer "Urgency" =3
  assigned_to reference:sys_user "Assigned to"
  assignment_group reference:sys_user_group "Assignment group"
  opened_at glide_date_time "Opened" =javascript:gs.nowDateTime();
  opened_by reference:sys_user "Opened by" =javascript:gs.getUserID();
  closed_at glide_date_time "Closed"
  closed_by reference:sys_user "Closed by"
  close_notes string(4000) "Close notes"
  due_date glide_date_time "Due date"
  work_start glide_date_time "Actual start"
  work_end glide_date_time "Actual end"
  approval string(40) "Approval" =not requested
  escalation integer "Escalation" =0
  made_sla boolean "Made SLA" =true
  contact_type string(40) "Contact type"
  correlation_id string(100) "Correlation ID"
  correlation_display string(100) "Correlation display"
  cmdb_ci reference:cmdb_ci "Configuration item"
  business_service reference:cmdb_ci_service "Service"
  company reference:core_company "Company"
  location reference:cmn_location "Location"
  parent reference:task "Parent"
  time_worked string(40) "Time worked"
  activity_due glide_date_time "Activity due"
  sla_due glide_date_time "SLA due"
  expected_start glide_date_time "Expected start"
  follow_up glide_date_time "Follow up"
  order integer "Order"
  knowledge boolean "Knowledge"
  watch_list glide_list:sys_user "Watch list"
  work_notes_list glide_list:sys_user "Work notes list"
  comments journal_input "Additional comments"
  work_notes journal_input "Work notes"
  comments_and_work_notes journal_list "Comments and Work notes"
  reassignment_count integer "Reassignment count" =0
  upon_approval string(40) "Upon approval" =proceed
  upon_reject string(40) "Upon reject" =cancel
incident < task "Incident"
  caller_id reference:sys_user "Caller"
  category string(40) "Category" =inquiry
  subcategory string(40) "Subcategory"
  severity integer "Severity" =3
  close_code string(40) "Resolution code"
  incident_state integer "Incident state" =1
  hold_reason integer "On hold reason"
  problem_id reference:problem "Problem"
  rfc reference:change_request "Change Request"
  caused_by reference:change_request "Caused by Change"
  parent_incident reference:incident "Parent Incident"
  child_incidents integer "Child Incidents"
  reopen_count integer "Reopen count"
  resolved_at glide_date_time "Resolved"
  resolved_by reference:sys_user "Resolved by"
  notify integer "Notify" =1
problem < task "Problem"
  ~state integer "State" =101
  problem_state integer "Problem state" =101
  known_error boolean "Known error"
  category string(40) "Category"
  cause_notes string(4000) "Cause notes"
  fix_notes string(4000) "Fix notes"
  workaround string(4000) "Workaround"
  resolved_at glide_date_time "Resolved"
  resolved_by reference:sys_user "Resolved by"
  related_incidents integer "Related Incidents"
  rfc reference:change_request "Change request"
change_request < task "Change Request"
  ~state integer "State" =-5
  type string(40) "Type" =normal
  category string(40) "Category" =Other
  risk integer "Risk" =3
  phase string(40) "Phase" =requested
  start_date glide_date_time "Planned start date"
  end_date glide_date_time "Planned end date"
  requested_by reference:sys_user "Requested by" =javascript:gs.getUserID();
  justification string(4000) "Justification"
  implementation_plan string(4000) "Implementation plan"
  backout_plan string(4000) "Backout plan"
  test_plan string(4000) "Test plan"
  close_code string(40) "Close code"
  on_hold boolean "On hold"
sys_journal_field "Journal Entry"
  name string(80) "Name"
  element string(80) "Element"
  element_id string(32) "Element ID"
  value string "Value"
`
