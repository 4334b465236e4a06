export const findings = {
  states: { ok: 'OK', warning: 'Hinweis', failed: 'Blockiert' },
  titles: {
    node_reachable: 'Knoten erreichbar',
    node_public: 'Öffentliche Adresse des Knotens',
    instance_public: 'Öffentliche Adresse der Instanz',
    tracker: 'Tracker an dieser Seite',
    licence: 'Lizenz',
    clock: 'Uhren',
    last_callback: 'Knoten erreicht die Instanz',
    restored: 'Wiederhergestellte Sicherung',
  },
  mends: {
    node_reachable: 'Starten Sie den Knoten.',
    node_public: 'Setzen Sie ACCORD_PUBLIC_URL des Knotens auf eine öffentliche https-Adresse.',
    instance_public: 'Nichts zu tun, solange das andere Unternehmen nur den Knoten braucht.',
    tracker: 'Sagen Sie unter Einrichtung, welchen Tracker diese Seite hat.',
    licence: 'Tragen Sie am Knoten eine Lizenz ein.',
    clock: 'Stellen Sie die Uhr des Knotens.',
    last_callback: 'Sehen Sie nach, was die Instanz geantwortet hat.',
    restored:
      'Stellen Sie neue Codes aus, wo sie noch gewünscht sind; erneuern Sie die Schlüssel von Verbindungen mit dem Zustand Gegenseite verloren.',
  },
}
