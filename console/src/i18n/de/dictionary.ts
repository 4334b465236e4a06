import type { en } from '../en/index.ts'

/** Was der Tracker geändert hat und veröffentlichte Skripte nennen, auf *Sync einrichten*. */
export const dictionary: typeof en.dictionary = {
  title: 'Die Tabellen dieser Seite sind andere',
  lead: 'Die veröffentlichten Skripte wurden für andere Felder geschrieben. Berichtigen Sie sie, bevor der erste Datensatz wartet.',
  kind: {
    gone: 'Das Feld {{field}} von {{table}} gibt es nicht mehr, oder der Sync-Zugriff öffnet es nicht mehr.',
    type: 'Das Feld {{field}} von {{table}} ist jetzt: {{now}}. Es war: {{before}}.',
    table: 'Das Feld {{field}} von {{table}} zeigt jetzt auf {{now}}. Es zeigte auf {{before}}.',
    closed: 'Das Feld {{field}} von {{table}} darf nicht mehr geschrieben werden.',
    choice: 'Das Feld {{field}} von {{table}} hat die Auswahl {{before}} verloren.',
    label: 'Die Auswahl {{before}} des Feldes {{field}} von {{table}} heißt jetzt {{now}}.',
    compiler: 'Der Compiler nimmt {{field}} nicht mehr an: {{now}}',
  },
  at: {
    outgoing: 'Ausgehendes Skript, Zeile {{line}}',
    incoming: 'Eingehendes Skript, Zeile {{line}}',
  },
}
