export const help = {
  title: 'Hilfe',
  topics: {
    about: 'Über Accord',
    releases: 'Versionen',
    glossary: 'Glossar',
    security: 'Sicherheit',
    api: 'Schnittstelle',
  },
  what: 'Accord verbindet diese Instanz durch einen signierten Einladungscode mit dem System eines anderen Unternehmens. Keine Seite gibt je ihre Zugangsdaten heraus.',
  app: 'Version dieser Anwendung',
  node: 'Version des Knotens',
  protocol: 'Protokollversionen',
  replica: 'Replikversionen',
  nodeUrl: 'Knoten',
  licence: 'Lizenz',
  licences: {
    evaluation: 'Testzeit',
    paid: 'bezahlt',
    ended: 'abgelaufen: bestehende Verbindungen laufen weiter, neue werden abgelehnt',
  },
  licenceEnds: 'Lizenz bis',
  apiLead:
    'Jeder Aufruf des Knotens mit Feldern, Antworten und Ablehnungen, danach, wer ihn machen darf. Für Ihre Werkzeuge gibt es das',
  findCall: 'Aufruf suchen',
  noCall: 'Kein Aufruf enthält diese Wörter.',
  openApi: 'OpenAPI-Dokument',
  audiences: {
    public: 'Für alle offen',
    node: 'Aufrufe anderer Knoten, signiert',
    instance: 'Aufrufe der gekoppelten Instanz, mit ihrem Token',
    operator: 'Aufrufe des Betreibers, mit dessen Token',
  },
}
