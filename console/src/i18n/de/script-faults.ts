/** What is wrong with a script that is being written, by the code of the finding. */
export const scriptFaults = {
  journal_is_no_field: {
    text: 'Das Journal {{field}} ist hier kein Feld. Schreiben Sie mit commentHelper.mergeComments() oder commentHelper.add(…); lesen Sie mit comments.visible().',
  },
  field_unknown: {
    text: 'Der Sync-Zugriff öffnet kein Feld {{field}} von {{table}}. Er öffnet: {{fields}}.',
    meant: 'Der Sync-Zugriff öffnet kein Feld {{field}} von {{table}}. Meinten Sie {{meant}}?',
  },
  table_closed: {
    text: 'Der Sync-Zugriff öffnet die Tabelle {{table}} nicht. Ihr Administrator öffnet sie unter Sync-Zugriff.',
  },
  entity_read_only: {
    text: 'Das ausgehende Skript liest {{field}} nur. Was drüben geschrieben werden soll, gehört in replica.',
  },
  field_read_only: { text: 'Der Sync-Zugriff öffnet {{field}} von {{table}} nur zum Lesen.' },
  replica_read_only: {
    text: 'Das eingehende Skript liest replica nur. Was hier geschrieben werden soll, gehört in entity.',
  },
  choice_unknown: { text: '{{field}} hat keine Auswahl {{word}}. Es hat: {{words}}.' },
  choice_from_any_text: {
    text: '{{field}} nimmt eine seiner Auswahlen, und dies kann jeder Text sein. Übersetzen Sie ihn mit map(…, { … }). Die Auswahlen: {{words}}.',
  },
  choice_is_no_text: {
    text: '{{value}} ist eine Auswahl und kein Text. Nehmen Sie {{value}}.label oder {{value}}.value.',
  },
  reference_is_no_text: { text: '{{value}} ist eine Referenz und kein Text. Nehmen Sie .display oder .id davon.' },
  may_be_empty: {
    text: '{{value}} kann leer sein. Sagen Sie, was dann gilt: {{value}} ?? …, oder ?. vor dem, was Sie davon lesen.',
  },
  journal_unknown: {
    text: 'Es gibt kein Journal {{word}}. Es gibt comments, die Kunden lesen, und work_notes, die intern bleiben.',
  },
  replica_name_unknown: {
    text: "Eine replica hat keinen Namen {{name}}. Was nur Ihre beiden Seiten kennen, gehört in replica.customKeys['{{name}}'].",
  },
  helper_unknown: { text: 'Ein Skript dieser Richtung hat kein {{name}}. Es hat: {{names}}.' },
  name_unknown: { text: '{{name}} gibt es in einem Skript nicht.' },
  import_unknown: { text: "Ein Skript importiert nur aus 'accord'; {{name}} gibt es nicht." },
  no_clock: {
    text: 'Ein Skript hat keine Uhr, damit es sich genau wiederholen lässt: {{name}} gibt es nicht. Nehmen Sie now, die Zeit der Änderung.',
  },
  no_chance: { text: 'Ein Skript hat keinen Zufall, damit es sich genau wiederholen lässt: {{name}} gibt es nicht.' },
}
