export const refused = {
  title: 'Jemand hatte den Code und wurde abgelehnt',
  last: 'Letzter Versuch',
  count: 'Versuche',
  name: 'Nennt sich',
  uid: 'Angegebene Instanz',
  others: 'Weitere Schlüssel, zusammen gezählt.',
  advice: {
    second:
      'Zwei Knoten hatten den Code. Vergleichen Sie den Fingerabdruck unten am Telefon mit dem anderen Administrator: ist es seiner, hält jemand anderes diese Verbindung; löschen Sie sie und beginnen Sie eine neue. Wenn nicht, hat jemand den Code gelesen, der nichts mehr öffnet.',
    peer: 'Die andere Seite hat den Schlüssel dieser Verbindung verloren. Stellen Sie einen Code aus, der die Schlüssel erneuert.',
    foreign:
      'Der Code ist für jemand anderen und wurde nicht verbraucht. Ist der Fingerabdruck unten nicht der der anderen Seite, hat jemand den Code gelesen: widerrufen Sie ihn. Ist er es, löschen Sie diese Verbindung und beginnen Sie mit der URL jener Instanz eine neue.',
    version:
      'Die beiden Knoten sprechen keine gemeinsame Version. Aktualisieren Sie den mit den niedrigeren Versionen.',
    ended: 'Der Code war zu Ende. Ist das die andere Seite, schicken Sie ihr einen neuen.',
  },
}
