import type { en } from '../en/index.ts'

/** Wo eine Seite sagt, was sie sendet und annimmt. */
export const configure: typeof en.configure = {
  title: 'Sync einrichten',
  lead: '{{local}} bestimmt hier, was hinausgeht und was hier geschrieben werden darf. {{remote}} bestimmt dasselbe für sich; keine Seite sieht die Skripte der anderen.',
  back: 'Zurück zu {{name}}',
  ours: '{{local}} (diese Seite)',
  theirs: '{{remote}} (die andere Seite)',
  notPublished: 'noch nicht eingerichtet',
  published: 'eingerichtet von {{actor}}',
  changed: 'Änderungen, die noch nicht veröffentlicht sind',
  peerReady: 'bereit: nimmt an, was Sie senden',
  peerNotReady: 'noch nicht eingerichtet: was Sie senden, wartet hier, und nichts geht verloren',
  peerUnknown: 'hat noch nicht gesagt, ob sie eingerichtet ist',
  template: {
    label: 'Vorlage',
    hint: 'Womit die Skripte unten beginnen. Sie können jede Zeile ändern.',
    coming: 'Spätere Versionen bringen: {{names}}',
    names: {
      incident: 'Incident mit Incident',
      problem: 'Problem mit Problem',
      change: 'Change mit Change',
      request: 'Anforderungsposition mit Anforderungsposition',
      case: 'Case mit Incident',
    },
    texts: {
      incident: 'Auf einer Seite geöffnet, geändert, kommentiert und gelöst, auf der anderen ebenso.',
    },
  },
  leaves: {
    title: 'Was {{local}} verlässt',
    lead: 'Von jedem Incident, auf den die Bedingung passt, und von denen, die von {{remote}} kamen:',
    never: 'Niemals: Arbeitsnotizen, Dateien und alles, was nicht genannt ist.',
  },
  written: {
    title: 'Was in {{local}} geschrieben werden darf',
    lead: 'Incidents von {{remote}} werden hier angelegt und geändert in:',
    never:
      'Geschrieben unter den Rechten des Benutzers accord.sync: Ihre ACLs, Business Rules und Data Policies gelten.',
  },
  other:
    'Die Listen sind die der Vorlage. Ihre eigenen Zeilen können andere Felder senden oder schreiben; beides begrenzt der Sync-Zugriff.',
  trigger: {
    title: 'Welche Incidents gesendet werden',
    query: 'Bedingung',
    hint: 'Eine codierte Abfrage von {{table}}, wie „Abfrage kopieren“ sie in einer Liste gibt. Leer heißt alle.',
    active: 'Passende Incidents senden',
    counting: 'Wird gezählt …',
    matching_one:
      '{{count}} Datensatz passt jetzt. Er wird gesendet, wenn er sich das nächste Mal ändert; eine Änderung der letzten zwei Minuten zählt.',
    matching_other:
      '{{count}} Datensätze passen jetzt. Jeder wird gesendet, wenn er sich das nächste Mal ändert; eine Änderung der letzten zwei Minuten zählt.',
    uncounted: 'Wird gezählt, sobald der Sync-Zugriff die Tabelle erlaubt.',
    noCount: 'Diese Version erreicht auf dieser Seite noch keine Datensätze.',
    paused: 'Neue Incidents werden nicht gesendet. Verbundene laufen weiter.',
  },
  access: {
    title: 'Was diese Instanz erlaubt',
    good: 'Der Sync-Zugriff erlaubt alles, was die Vorlage braucht, und der Sync-Benutzer ist da.',
    missing: 'Das Veröffentlichen erlaubt dies im Sync-Zugriff, der dem Administrator dieser Instanz gehört:',
    read: 'lesen',
    write: 'schreiben',
    create: 'Datensätze anlegen',
    user: 'Das Veröffentlichen legt den Benutzer {{user}} mit der Rolle {{roles}} an. Er hat kein Passwort, und niemand kann sich als er anmelden.',
    open: 'Den Sync-Zugriff ansehen, Feld für Feld',
    mayNot:
      'Das kann nur ein Benutzer mit der Rolle admin der Plattform erlauben. Bitten Sie einen, diese Seite zu öffnen und zu veröffentlichen.',
    elsewhere:
      'Auf der Instanz noch nicht erlaubt. Ihr Administrator tut das dort: Accord → Verbindungen → {{name}} → Sync einrichten.',
    unknown: 'Die Instanz antwortet nicht; was sie erlaubt, kann niemand sagen.',
    none: 'Diese Version erreicht auf dieser Seite noch keine Datensätze, also gibt es nichts zu erlauben.',
  },
  scripts: {
    title: 'Die Skripte',
    outgoing: 'Ausgehendes Skript',
    incoming: 'Eingehendes Skript',
    hint: 'Tab führt zum nächsten Feld. Nur diese Seite sieht das Skript.',
    good: 'Kein Fehler gefunden.',
    faults_one: 'Ein Fehler',
    faults_other: '{{count}} Fehler',
    place: 'Zeile {{line}}, Spalte {{column}}: {{message}}',
    goTo: 'Zu dieser Zeile',
    version: 'Version {{version}}, veröffentlicht von {{actor}}',
    draft: 'Noch nicht veröffentlicht',
    restore: 'Meine Änderungen zurücknehmen',
  },
  publish: 'Veröffentlichen',
  allowAndPublish: 'Erlauben und veröffentlichen',
  publishing: 'Wird veröffentlicht …',
  nothing: 'Alles ist veröffentlicht.',
  does: {
    access: 'öffnet den Sync-Zugriff',
    user: 'legt den Sync-Benutzer an',
    publish: 'veröffentlicht beide Skripte und die Bedingung',
  },
  faulty: 'Nicht veröffentlicht: berichtigen Sie die genannten Zeilen. Es hat sich nichts geändert.',
  done: 'Veröffentlicht. {{local}} sendet und nimmt an, von jetzt an.',
  doneWaiting:
    'Veröffentlicht. {{remote}} ist noch nicht eingerichtet: was Sie senden, wartet und geht von selbst weiter.',
  toPairs: 'Paare zeigen',
  leaveTitle: 'Verlassen, ohne zu veröffentlichen?',
  leaveText: 'Was Sie hier geändert haben, geht verloren.',
  leave: 'Verlassen',
  stay: 'Bleiben',
  ended: 'Diese Verbindung ist beendet: es gibt nichts mehr einzurichten.',
}
