export const jobs = {
  title: 'Aufträge',
  lead: 'Arbeit des Knotens, die aufgegeben wurde, und Arbeit, die dreimal misslungen ist und von selbst weiter versucht wird. Nichts davon ist verloren.',
  empty: 'Alle Arbeit kommt voran: nichts wurde aufgegeben, und nichts misslingt wiederholt.',
  count_one: '{{count}} Auftrag kommt nicht voran',
  count_other: '{{count}} Aufträge kommen nicht voran',
  hidden_one: '{{count}} weiterer Auftrag wird nicht gezeigt.',
  hidden_other: '{{count}} weitere Aufträge werden nicht gezeigt.',
  since: 'Seit',
  attempts_one: '{{count}} Versuch',
  attempts_other: '{{count}} Versuche',
  next: 'nächster Versuch',
  givenUp: 'aufgegeben',
  tryAgain: 'Erneut versuchen',
  tryAgainOf: 'Erneut versuchen: {{name}}',
  tryAll: 'Alle erneut versuchen',
  tried: '{{name}} wird erneut versucht.',
  triedAll_one: '{{count}} Auftrag wird erneut versucht.',
  triedAll_other: '{{count}} Aufträge werden erneut versucht.',
  queues: {
    callback: 'Nachricht an die Instanz',
    backfill: 'Der Instanz alles mitteilen',
    sync: 'Datensätze an die Gegenseite',
    files: 'Dateien zu Datensätzen',
    notices: 'Benachrichtigungen',
    handshake: 'Verbindungsaufbau',
    contact: 'Lebenszeichen an die andere Seite',
    keys: 'Neuer Schlüssel für die andere Seite',
    terminate: 'Nachricht vom Ende an die andere Seite',
    expiry: 'Ende einer Einladung',
    collect: 'Frage an die andere Seite nach ihrer Annahme',
  },
  unexpected: {
    title: 'etwas, womit niemand gerechnet hat',
    remedy: 'Das Protokoll des Knotens nennt die Ursache. Versuchen Sie es erneut, wenn sie behoben ist.',
  },
  instance: {
    instance_unreachable: {
      title: 'die Instanz antwortet nicht',
      remedy:
        'Sie wird von selbst wieder gefragt. Bleibt es so, prüfen Sie, ob der Knoten die Adresse der Instanz erreicht.',
    },
    unauthenticated: {
      title: 'die Instanz lehnt den Rückrufschlüssel ab (401)',
      remedy:
        'Sie wurde neu gekoppelt, ihr Kopplungsdatensatz wurde geändert, oder eine Zugriffsrichtlinie sperrt den Knoten. Koppeln Sie sie unter Einrichtung wieder mit diesem Knoten.',
    },
    missing_role: {
      title: 'die Instanz verbietet den Aufruf (403)',
      remedy:
        'Geben Sie der Ereignisroute von Accord ihre eigene ACL zurück, wie die Anwendung sie installiert, und lassen Sie den Knoten in Zugriffsrichtlinien und Adresslisten zu.',
    },
    not_found: {
      title: 'die Instanz hat keine Ereignisroute (404)',
      remedy: 'Installieren Sie Accord dort erneut, oder aktivieren Sie es.',
    },
    malformed: {
      title: 'die Instanz versteht das Ereignis nicht',
      remedy: 'Anwendung und Knoten sind von verschiedenen Versionen. Aktualisieren Sie die ältere.',
    },
  },
}
