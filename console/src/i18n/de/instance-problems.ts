/** Pages in the place of an answer, and what our own instance does not take from its node. */
export const pageProblems = {
  instance_hibernates: {
    title: 'Die Instanz schläft',
    remedy: 'Wecken Sie sie, indem Sie sich anmelden; danach geht alles von selbst weiter.',
  },
  gateway_page: {
    title: 'Ein Gateway antwortet mit einer eigenen Seite',
    remedy: 'Lassen Sie die Aufrufe der Knoten durch Gateway oder Anmeldeseite.',
  },
}

export const callbackProblems = {
  instance_blocks_caller: {
    title: 'Die Instanz sperrt die Adresse ihres Knotens',
    remedy:
      'Lassen Sie die ausgehende Adresse des Knotens zu: unter „System Security → IP Address Access Control“ und in der Richtlinie des Kontexts vor der Anmeldung („Adaptive Authentication“). Suchen Sie dann nach einer Firewall vor der Instanz.',
  },
  instance_wants_login: {
    title: 'Die REST-Schnittstelle der Instanz verlangt von ihrem Knoten eine Anmeldung',
    remedy:
      'Nehmen Sie die Schnittstelle von Accord von den Zugriffsrichtlinien für REST aus, und lassen Sie deren Routen für den Knoten keine Anmeldung verlangen; eine erneute Installation der Anwendung stellt sie wieder her.',
  },
  instance_acl_refuses: {
    title: 'Eine Zugriffsregel (ACL) der Instanz schließt die Routen ihres Knotens',
    remedy:
      'Lassen Sie die Routen für den Knoten keine ACL prüfen; eine erneute Installation der Anwendung stellt sie wieder her.',
  },
  instance_has_no_app: {
    title: 'Die Instanz hat keine Routen von Accord',
    remedy: 'Installieren Sie Accord dort in dem Scope, mit dem sie gekoppelt wurde, oder koppeln Sie erneut.',
  },
  callback_redirected: {
    title: 'Die Instanz leitet ihren Knoten an eine andere Adresse',
    remedy: 'Nehmen Sie die REST-Schnittstelle von Accord von der Einmalanmeldung aus, oder koppeln Sie erneut.',
  },
  callback_format_refused: {
    title: 'Die Ereignisroute nimmt kein JSON',
    remedy: 'Installieren Sie die Anwendung erneut.',
  },
  callback_too_large: {
    title: 'Ein Ereignis ist der Instanz zu groß',
    remedy: 'Lassen Sie dort 64 KiB zu.',
  },
  callback_rate_limited: {
    title: 'Die Instanz begrenzt die Aufrufe ihres Knotens',
    remedy: 'Der Knoten wartet wie verlangt. Bleibt es so, erhöhen Sie die REST-Ratengrenze.',
  },
  instance_quota_used: {
    title: 'Der Knoten hat seine Instanz so oft aufgerufen, wie er vorerst darf',
    remedy:
      'Es geht von selbst weiter, und nichts geht verloren. Bleibt es so, erhöhen Sie ACCORD_INSTANCE_CALLS_PER_HOUR des Knotens.',
  },
  callback_refused: {
    title: 'Die Instanz lehnt das Ereignis ab',
    remedy: 'Vergleichen Sie die Versionen von Anwendung und Knoten.',
  },
  callback_failed: {
    title: 'Die Instanz scheitert an einem Ereignis',
    remedy: 'Bleibt es so, lesen Sie ihr Systemprotokoll.',
  },
  row_refused: {
    title: 'Eine Regel der Instanz lehnt Zeilen von Accord ab',
    remedy: 'Nehmen Sie die Tabellen von Accord von der genannten Regel aus.',
  },
}
