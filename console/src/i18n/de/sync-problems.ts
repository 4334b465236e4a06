/** Keeping records equal: messages, scripts, records. */
export const syncProblems = {
  gap: {
    title: 'Vor dieser Nachricht fehlt eine andere dieses Paares',
    remedy: 'Beide Seiten vergleichen die zwei Datensätze von selbst neu.',
  },
  epoch_behind: {
    title: 'Die Nachricht entstand, bevor die andere Seite dieses Paar neu begann',
    remedy: 'Sie wird von selbst neu erstellt.',
  },
  unsupported: {
    title: 'Diese Art oder Version von Nachricht kennt dieser Knoten nicht',
    remedy: 'Aktualisieren Sie den älteren der beiden Knoten. Nur dieses Paar wartet.',
  },
  too_large: {
    title: 'Was gesendet werden soll, ist zu groß',
    remedy: 'Senden Sie weniger unter dem genannten Pfad, oder kürzen Sie es im ausgehenden Skript.',
  },
  loop: {
    title: 'Die Änderung kam schon einmal durch diese Instanz',
    remedy:
      'Eine der Verbindungen darf nicht weitersenden, was sie empfangen hat: Grenzen Sie ihren Auslöser ein oder lassen Sie ihr ausgehendes Skript anhalten, und trennen Sie dann das Paar.',
  },
  ping_pong: {
    title: 'Beide Seiten ändern abwechselnd immer wieder dieselben Felder',
    remedy: 'Bringen Sie die Regeln beider Seiten für die genannten Pfade in Einklang und versuchen Sie es erneut.',
  },
  comparison_differs: {
    title: 'Die beiden Datensätze unterscheiden sich, und eine Seite hat ihr Gedächtnis verloren',
    remedy:
      'Sehen Sie nach, was sich unterscheidet; lassen Sie dann den Vergleich für alle weitergehen, versuchen Sie dieses Paar allein erneut, oder überspringen Sie es, damit bleibt, was hier steht.',
  },
  many_deletes: {
    title: 'Die andere Seite hat viele Datensätze gelöscht, und die Regeln würden diese auch hier löschen',
    remedy:
      'Fragen Sie die andere Seite, ob das gemeint war: Einer wiederhergestellten Instanz fehlt, was neuer ist als ihre Sicherung. Versuchen Sie dann dieses Paar erneut oder alle mit dieser Ursache; oder überspringen Sie es, damit bleibt der Datensatz.',
  },
  conflict: {
    title: 'Beide Seiten haben dasselbe Feld geändert',
    remedy: 'Der Wert der Seite, die die Verbindung eingeleitet hat, gilt; der andere steht im Verlauf.',
  },
  script_threw: {
    title: 'Das Skript endete mit einem Fehler',
    remedy: 'Berichtigen Sie die genannte Zeile.',
  },
  script_timed_out: {
    title: 'Das Skript brauchte zu lange',
    remedy: 'Suchen Sie nach einer Schleife ohne Ende oder nach zu vielen Suchen.',
  },
  script_out_of_memory: {
    title: 'Das Skript braucht zu viel Speicher',
    remedy: 'Suchen Sie nach einer Liste oder einem Text, der ohne Ende wächst.',
  },
  not_deterministic: {
    title: 'Das Skript ergab für denselben Datensatz zweierlei',
    remedy: 'Schicken Sie das Skript an den Support: Von sich aus kann ein Skript das nicht.',
  },
  replica_invalid: {
    title: 'Was das ausgehende Skript erzeugt hat, lässt sich nicht senden',
    remedy: 'Geben Sie dem genannten Pfad einen Wert seiner Art.',
  },
  sync_pair_unknown: {
    title: 'Dieses Paar gibt es nicht',
    remedy: 'Gehen Sie zurück zur Liste der Paare.',
  },
  rules_version_unknown: {
    title: 'Diese Version des Skripts gibt es nicht',
    remedy: 'Laden Sie die Seite neu und wählen Sie eine der Versionen, die dort stehen.',
  },
  draft_changed: {
    title: 'Jemand anders hat diesen Entwurf inzwischen geändert',
    remedy:
      'Vergleichen Sie beide Texte auf der Seite und übernehmen Sie den anderen oder behalten Sie Ihren. Vorher geht von keinem etwas verloren.',
  },
  choice_unknown: {
    title: 'Diese Auswahl hat das Feld nicht',
    remedy: 'Bilden Sie das Wort auf einen der aufgeführten Werte ab, oder legen Sie den Wert an.',
  },
  value_unmapped: {
    title: 'Keine Zeile der Zuordnung passt auf dieses Wort',
    remedy: 'Ergänzen Sie eine Zeile für das genannte Wort oder einen Vorgabewert.',
  },
  lookup_ambiguous: {
    title: 'Bei der Suche passt mehr als ein Datensatz',
    remedy: 'Suchen Sie über ein Feld, das eindeutig ist.',
  },
  journal_widened: {
    title: 'Ein interner Eintrag würde sichtbar',
    remedy:
      'Schreiben Sie ihn in die Arbeitsnotizen, oder veröffentlichen Sie die Regeln mit dem Häkchen, das dies erlaubt.',
  },
  access_missing: {
    title: 'Der Sync-Zugriff erlaubt diese Tabelle oder dieses Feld nicht',
    remedy: 'Erlauben Sie das Genannte unter Sync-Zugriff, oder nehmen Sie es aus dem Skript.',
  },
  access_invalid: {
    title: 'Der Sync-Zugriff kann das Genannte nicht öffnen',
    remedy: 'Nehmen Sie es heraus, oder berichtigen Sie den Namen. Geändert wurde nichts.',
  },
  query_invalid: {
    title: 'Die Bedingung des Auslösers lässt sich nicht verwenden',
    remedy:
      'Berichtigen Sie den genannten Teil. Eine ungültige Bedingung träfe auf jeden Datensatz zu, darum trifft sie auf keinen zu.',
  },
  sync_user_missing: {
    title: 'Die Instanz hat keinen Sync-Benutzer',
    remedy: 'Legen Sie ihn unter Einrichtung an. Nichts ist verloren: Was wartet, wird dann geschrieben.',
  },
  refused_by_instance: {
    title: 'Die Instanz lehnt es ab, diesen Datensatz zu schreiben',
    remedy: 'Lesen Sie die genannte Regel, ACL oder Datenrichtlinie.',
  },
  record_gone: {
    title: 'Den Datensatz gibt es nicht mehr',
    remedy: 'Lösen Sie das Paar, oder verbinden Sie es mit einem anderen Datensatz.',
  },
  link_refused: {
    title: 'Der genannte Datensatz lässt sich nicht verbinden',
    remedy:
      'Lösen Sie das Paar, in dem er steht, oder erweitern Sie die Bedingung hier, bis sie auf ihn zutrifft; versuchen Sie es dann erneut.',
  },
  version_contended: {
    title: 'Andere haben den Datensatz geändert, während er geschrieben wurde',
    remedy: 'Es wird von selbst erneut versucht.',
  },
  file_unknown: {
    title: 'Eine solche Datei gibt es nicht abzuholen',
    remedy: 'Es ist nichts zu tun: Die nächste Nachricht sagt, welche Dateien es gibt.',
  },
  file_failed: {
    title: 'Eine Datei ließ sich nicht übertragen',
    remedy: 'Alles andere ist angekommen. Versuchen Sie die Datei erneut, oder prüfen Sie Größe und Typ.',
  },
}
