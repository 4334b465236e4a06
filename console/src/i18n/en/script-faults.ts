/** What is wrong with a script that is being written, by the code of the finding. */
export const scriptFaults = {
  journal_is_no_field: {
    text: 'The journal {{field}} is no field here. Write to it with commentHelper.mergeComments() or commentHelper.add(…); read it with comments.visible().',
  },
  field_unknown: {
    text: 'Sync access opens no field {{field}} of {{table}}. It opens: {{fields}}.',
    meant: 'Sync access opens no field {{field}} of {{table}}. Did you mean {{meant}}?',
  },
  table_closed: {
    text: 'Sync access does not open the table {{table}}. Your administrator opens it under Sync access.',
  },
  entity_read_only: {
    text: 'The outgoing script only reads {{field}}. What is to be written at the other side goes into replica.',
  },
  field_read_only: { text: 'Sync access opens {{field}} of {{table}} for reading only.' },
  replica_read_only: {
    text: 'The incoming script only reads the replica. What is to be written here goes into entity.',
  },
  choice_unknown: { text: '{{field}} has no choice {{word}}. It has: {{words}}.' },
  choice_from_any_text: {
    text: '{{field}} takes one of its choices, and this can be any text. Translate it with map(…, { … }). The choices: {{words}}.',
  },
  choice_is_no_text: { text: '{{value}} is a choice, not a text. Take {{value}}.label or {{value}}.value.' },
  reference_is_no_text: { text: '{{value}} is a reference, not a text. Take its .display or its .id.' },
  may_be_empty: {
    text: '{{value}} can be empty. Say what holds then: {{value}} ?? …, or ?. before what you read of it.',
  },
  journal_unknown: {
    text: 'There is no journal {{word}}. There are comments, which customers read, and work_notes, which stay internal.',
  },
  replica_name_unknown: {
    text: "A replica has no name {{name}}. What only your two sides know goes into replica.customKeys['{{name}}'].",
  },
  helper_unknown: { text: 'A script of this direction has no {{name}}. It has: {{names}}.' },
  name_unknown: { text: '{{name}} does not exist in a script.' },
  import_unknown: { text: "A script imports from 'accord' only; {{name}} is not there." },
  no_clock: {
    text: 'A script has no clock, so that it can be repeated exactly: {{name}} is not there. Take now, the time of the change.',
  },
  no_chance: { text: 'A script has no chance, so that it can be repeated exactly: {{name}} is not there.' },
}
