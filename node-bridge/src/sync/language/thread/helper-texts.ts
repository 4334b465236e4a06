/** What accord.d.ts says of each name, in one line → the same in German. A text without a line here stays English; a test wants each. */
export const GERMAN: Readonly<Record<string, string>> = {
  "What a sync script may use. The tables come from the instance's own dictionary (tables.d.ts).":
    'Was ein Sync-Skript verwenden darf. Die Tabellen kommen aus dem Dictionary der Instanz (tables.d.ts).',
  'What travels. The well-known names are those that every tracker has; the rest goes into customKeys.':
    'Was hinübergeht. Die bekannten Namen hat jeder Tracker; alles Übrige gehört in customKeys.',
  'Left out, nothing of the kind is sent. `comments.visible()` is the only list without internal ones.':
    'Weggelassen wird nichts davon gesendet. Nur `comments.visible()` ist eine Liste ohne interne Einträge.',
  'Reads the record that it points at.': 'Liest den Datensatz, auf den sie zeigt.',
  'Entries that customers read.': 'Einträge, die Kunden lesen.',
  'Work notes: entries that only our own people read. Publishing asks before they leave.':
    'Arbeitsnotizen: Einträge, die nur die eigenen Leute lesen. Das Veröffentlichen fragt, bevor sie hinausgehen.',
  'Both kinds: each keeps its `internal`. Publishing asks before work notes leave.':
    'Beide Arten: Jeder Eintrag behält sein `internal`. Das Veröffentlichen fragt, bevor Arbeitsnotizen hinausgehen.',
  'The files of the record, without those that are too large or of another type.':
    'Die Dateien des Datensatzes, ohne die, die zu groß oder von anderer Art sind.',
  'A record of any table, by what people call it; null where there is none.':
    'Ein Datensatz einer beliebigen Tabelle, nach seinem Anzeigenamen; null, wenn es keinen gibt.',
  'The user with this address; null where there is none, or where no address is given.':
    'Der Benutzer mit dieser Adresse; null, wenn es keinen gibt oder keine Adresse genannt ist.',
  'The only match of an exact query; null where there is none. More than one is the error `lookup_ambiguous`.':
    'Der einzige Treffer einer genauen Abfrage; null, wenn es keinen gibt. Mehr als einer ist der Fehler `lookup_ambiguous`.',
  'New entries of the other side: those that customers read into `comments`, the others into `work_notes`. An entry is written once, however often its message comes.':
    'Neue Einträge der Gegenseite: die, die Kunden lesen, in `comments`, die anderen in `work_notes`. Ein Eintrag wird einmal geschrieben, so oft seine Nachricht auch kommt.',
  "'comments' for an internal entry is the error `journal_widened`, unless the version allows it; null: not written.":
    "'comments' für einen internen Eintrag ist der Fehler `journal_widened`, außer die Version erlaubt es; null: nicht geschrieben.",
  'An entry of your own.': 'Ein eigener Eintrag.',
  "What rules get when the other side's record was deleted: nothing of it, since the message carries nothing.":
    'Was Regeln bekommen, wenn der Datensatz der Gegenseite gelöscht wurde: nichts von ihm, denn die Nachricht trägt nichts.',
  'Writes an entry of your own into a journal of the record.':
    'Schreibt einen eigenen Eintrag in ein Journal des Datensatzes.',
  'What is known of the pair, which ends in any case.': 'Was von dem Paar bekannt ist, das in jedem Fall endet.',
  'Has this pair made the record? False for one that was here before.':
    'Hat dieses Paar den Datensatz angelegt? Falsch bei einem, der vorher da war.',
  'Deletes the record of this side; nothing else of the run is written then. Sync access has to allow it, as the administrator of the instance says for each table.':
    'Löscht den Datensatz dieser Seite; sonst wird von dem Lauf dann nichts geschrieben. Der Sync-Zugriff muss es erlauben, wie es der Administrator der Instanz für jede Tabelle sagt.',
  "The other side's record was deleted, and the pair ends. Left out, the record of this side stays as it is.":
    'Der Datensatz der Gegenseite wurde gelöscht, und das Paar endet. Weggelassen bleibt der Datensatz dieser Seite, wie er ist.',
  'New files of the other side onto the record, after everything else was written: text never waits for a file. The same file is there once. `remove`: files that this pair has brought here and that the other side has no more are deleted; no others ever are.':
    'Neue Dateien der Gegenseite an den Datensatz, nachdem alles andere geschrieben ist: Text wartet nie auf eine Datei. Dieselbe Datei ist nur einmal da. `remove`: Dateien, die dieses Paar hergebracht hat und die die Gegenseite nicht mehr hat, werden gelöscht; andere nie.',
  'Sends the record back once it is written, so that the other side learns its number.':
    'Sendet den Datensatz zurück, sobald er geschrieben ist, damit die Gegenseite seine Nummer erfährt.',
  'Ends the pair once the record is written; both records stay.':
    'Beendet das Paar, sobald der Datensatz geschrieben ist; beide Datensätze bleiben.',
  'Is the record in a pair, of any connection or of the one that is named?':
    'Ist der Datensatz in einem Paar, irgendeiner Verbindung oder der genannten?',
  "The number of the other side's record; null where it is not known yet.":
    'Die Nummer des Datensatzes der Gegenseite; null, solange sie nicht bekannt ist.',
  "The address of the other side's record; null where it has given none.":
    'Die Adresse des Datensatzes der Gegenseite; null, wenn sie keine genannt hat.',
  "Only hosts of the connection's allow-list. Answers are recorded with the run, so that it can be repeated exactly.":
    'Nur Hosts der Freigabeliste der Verbindung. Antworten werden mit dem Lauf aufgezeichnet, damit er sich genau wiederholen lässt.',
  'Asks another host. The operator of the node says which hosts scripts may call.':
    'Fragt einen anderen Host. Welche Hosts Skripte aufrufen dürfen, sagt der Betreiber des Nodes.',
  'Tells another host something, once for each message. In a test run it is listed and not done.':
    'Teilt einem anderen Host etwas mit, einmal je Nachricht. In einem Testlauf wird es genannt und nicht ausgeführt.',
  'Looks records of this side up: users, groups, anything that sync access opens.':
    'Schlägt Datensätze dieser Seite nach: Benutzer, Gruppen, alles, was der Sync-Zugriff öffnet.',
  'What is known of the pair, and what becomes of it afterwards.':
    'Was von dem Paar bekannt ist, und was danach aus ihm wird.',
  'Calls other hosts, those that the operator of the node has named.':
    'Ruft andere Hosts auf, und zwar die, die der Betreiber des Nodes genannt hat.',
  "The connection's name, and what both sides are called in it.":
    'Der Name der Verbindung, und wie beide Seiten in ihr heißen.',
  'The time of the message or of the look at the record, as ISO 8601 in UTC.':
    'Die Zeit der Nachricht oder des Blicks auf den Datensatz, nach ISO 8601 in UTC.',
  'A line that a test run shows.': 'Eine Zeile, die ein Testlauf zeigt.',
  'Ends the run: nothing is sent, or written. The reason stands in the history of the pair.':
    'Beendet den Lauf: Nichts wird gesendet oder geschrieben. Der Grund steht im Verlauf des Paars.',
  'The record of this side. Its fields are those that sync access opens.':
    'Der Datensatz dieser Seite. Seine Felder sind die, die der Sync-Zugriff öffnet.',
  'What travels to the other side. What is not set here stays at home.':
    'Was zur Gegenseite geht. Was hier nicht gesetzt wird, bleibt im Haus.',
  "The entries of the record's journals.": 'Die Einträge der Journale des Datensatzes.',
  'The files of the record.': 'Die Dateien des Datensatzes.',
  'True until the other side has confirmed the pair.': 'Wahr, bis die Gegenseite das Paar bestätigt hat.',
  'What the other side has sent.': 'Was die Gegenseite gesendet hat.',
  'What the other side had sent before, where the node keeps messages; otherwise null.':
    'Was die Gegenseite davor gesendet hatte, wenn der Node Nachrichten aufbewahrt; sonst null.',
  'The record of this side, to be written. What is not set here stays as it is.':
    'Der Datensatz dieser Seite, zum Schreiben. Was hier nicht gesetzt wird, bleibt, wie es ist.',
  'True for the first message of a pair.': 'Wahr bei der ersten Nachricht eines Paars.',
  "Did the sender change one of these since its last message? True for all at the first sync, but not where this side's stands.":
    'Hat der Absender eines davon seit seiner letzten Nachricht geändert? Beim ersten Sync bei allen wahr, nur nicht, wo der Wert dieser Seite gilt.',
  'Writes into the journals of the record.': 'Schreibt in die Journale des Datensatzes.',
  'Brings files to the record.': 'Bringt Dateien an den Datensatz.',
  'Writes what was set and added so far, and answers the record as it is then: with its number, and with what business rules have made of it. Done once for its message, however often that is tried; five times at most. Files follow at the end.':
    'Schreibt, was bisher gesetzt und hinzugefügt wurde, und antwortet mit dem Datensatz, wie er dann ist: mit seiner Nummer und mit dem, was Business Rules aus ihm gemacht haben. Einmal je Nachricht, so oft sie auch versucht wird; höchstens fünfmal. Dateien folgen am Schluss.',
  'The rules by which records of a table leave.': 'Die Regeln, nach denen Datensätze einer Tabelle hinausgehen.',
  'The rules by which what comes in is written into records of a table.':
    'Die Regeln, nach denen das, was hereinkommt, in Datensätze einer Tabelle geschrieben wird.',
  'Looks a word up. A word that has no line is the error `value_unmapped`, which names the words there are.':
    'Schlägt ein Wort nach. Ein Wort ohne Zeile ist der Fehler `value_unmapped`, der die vorhandenen Wörter nennt.',
  'Looks a word up; a word that has no line is what stands last.':
    'Schlägt ein Wort nach; für ein Wort ohne Zeile gilt, was zuletzt steht.',
}

/** What a field is, behind its label; the label is the instance's own. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/ \(text, (\d+) characters\)$/u, ' (Text, $1 Zeichen)'],
  [/ \(text\)$/u, ' (Text)'],
  [/ \(reference to (\S+)\)$/u, ' (Referenz auf $1)'],
  [/ \(choice\)$/u, ' (Auswahl)'],
  [/ \(number\)$/u, ' (Zahl)'],
  [/ \(boolean\)$/u, ' (wahr oder falsch)'],
]

/** What declarations say, in the reader's language as far as there are words for it. */
export function inLanguage(text: string, language: string): string {
  if (language !== 'de') return text
  const known = GERMAN[text.replaceAll(/\s+/g, ' ').trim()]
  if (known !== undefined) return known
  return KINDS.reduce((german, [pattern, instead]) => german.replace(pattern, instead), text)
}
