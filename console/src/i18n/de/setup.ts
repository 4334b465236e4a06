export const setup = {
  title: 'Einrichtung',
  lead: 'Accord arbeitet über einen Knoten, einen eigenen Dienst neben dieser Instanz. Drei Aufgaben verbinden die beiden.',
  copyOf:
    'Diese Instanz ist eine Kopie von {{url}}. Sie enthält die Kopplung jener Instanz und benutzt sie nicht: Nichts wird gesendet, und andere Unternehmen finden hier keinen Knoten. Koppeln Sie sie mit einem eigenen Knoten.',
  tasks: {
    app: { title: 'Anwendung installieren', text: 'Erledigt: Version {{version}} läuft auf {{instance}}.' },
    node: {
      title: 'Knoten starten',
      text: 'Starten Sie ihn auf einem Rechner, den diese Instanz erreicht. Beim Start gibt er einen Kopplungscode aus.',
    },
    pair: {
      title: 'Kopplungscode einfügen',
      text: 'Der Code gilt einmal, innerhalb von 30 Minuten. Er enthält kein Kennwort; beide Seiten erzeugen ihre eigenen Geheimnisse.',
    },
  },
  done: 'erledigt',
  pairingCode: 'Kopplungscode',
  pairingHint: 'Die ganze Zeile, die der Knoten ausgibt',
  required: 'Fügen Sie zuerst den Kopplungscode ein.',
  pair: 'Koppeln',
  paired: 'Die Instanz ist mit ihrem Knoten gekoppelt.',
  reconciling: {
    asking: 'Der Knoten wird gefragt, welche Verbindungen er hat.',
    storing_one: '{{stored}} von {{count}} Verbindung des Knotens ist hier gespeichert.',
    storing_other: '{{stored}} von {{count}} Verbindungen des Knotens sind hier gespeichert.',
    goesOn: 'Das tut ein Job dieser Instanz, auch wenn Sie diese Seite verlassen.',
    refused: '{{title}}. Es wird alle fünf Minuten erneut versucht; nichts geht verloren.',
    done: 'Alle Verbindungen des Knotens sind hier gespeichert.',
  },
  node: 'Knoten',
  instance: 'Diese Instanz',
  version: 'Accord-Version',
  fingerprint: 'Fingerabdruck des Schlüssels',
  nodeTime: 'Uhrzeit am Knoten',
  licence: 'Lizenz',
  licenceKinds: { evaluation: 'Testlizenz bis {{until}}', paid: 'Bezahlt bis {{until}}' },
  licenceEnded: 'Beendet am {{until}}',
  again: 'Erneut koppeln',
  againText:
    'Mit einem anderen Knoten, oder nachdem die Kopplung am Knoten widerrufen wurde. Verbindungen bleiben bei dem Knoten, der sie angelegt hat.',
  goOn: 'Zu den Verbindungen',
  prerequisites: 'Voraussetzungen einer Verbindung',
}
