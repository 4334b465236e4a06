export const findings = {
  states: { ok: 'OK', warning: 'Hinweis', failed: 'Blockiert' },
  titles: {
    own_address: 'Der Knoten findet sich selbst',
    instance_reachable: 'Knoten kann die Instanz aufrufen',
    role: 'Ihre Rolle',
    pairing: 'Kopplung',
    node_reachable: 'Knoten erreichbar',
    node_public: 'Öffentliche Adresse des Knotens',
    node_private: 'Privater Knoten',
    instance_public: 'Öffentliche Adresse der Instanz',
    tracker: 'Tracker an dieser Seite',
    licence: 'Lizenz',
    clock: 'Uhren',
    last_callback: 'Knoten erreicht die Instanz',
    row_refused: 'Regeln der Instanz',
    moved: 'Neue öffentliche Adresse',
    restored: 'Wiederhergestellte Sicherung',
    instance_copied: 'Kopie der Instanz',
    files: 'Dateien des Knotens',
    audit: 'Prüfprotokoll',
    schema: 'Schema der Datenbank',
  },
  remedies: {
    own_address: 'Prüfen Sie ACCORD_PUBLIC_URL, den Namensserver und den Proxy vor dem Knoten.',
    instance_reachable:
      'Lassen Sie den Knoten die URL der Instanz erreichen: Prüfen Sie das Netz und die privaten Bereiche, die er aufrufen darf.',
    row_refused: 'Nehmen Sie die Tabellen von Accord von der genannten Regel aus.',
    role: 'Bitten Sie einen Administrator um die Rolle „admin“ von Accord.',
    pairing: 'Öffnen Sie die Einrichtung und fügen Sie den Kopplungscode ein, den der Knoten ausgibt.',
    node_reachable: 'Starten Sie den Knoten.',
    node_private:
      'Geben Sie beim Einleiten die URL der anderen Seite ein. Ist auch sie privat, muss einer der beiden Knoten erreichbar gemacht werden.',
    node_public: 'Setzen Sie ACCORD_PUBLIC_URL des Knotens auf eine öffentliche https-Adresse.',
    instance_public: 'Nichts zu tun, solange das andere Unternehmen nur den Knoten braucht.',
    tracker: 'Sagen Sie unter Einrichtung, welchen Tracker diese Seite hat.',
    licence:
      'Installieren Sie in den allgemeinen Einstellungen eine Lizenz des Herstellers; bestehende Verbindungen laufen weiter.',
    clock: 'Stellen Sie die Uhr des Knotens.',
    last_callback: 'Sehen Sie nach, was die Instanz geantwortet hat.',
    moved:
      'Geben Sie neue Codes aus. Ruft eine andere Seite weiter die alte Adresse, bringt ihr ein Code zum Erneuern der Schlüssel die neue.',
    restored:
      'Stellen Sie neue Codes aus, wo sie noch gewünscht sind; erneuern Sie die Schlüssel von Verbindungen mit dem Zustand Gegenseite verloren.',
    instance_copied:
      'Beenden Sie die Kopplung in der Einrichtung der Kopie, oder koppeln Sie sie mit einem eigenen Knoten. Koppeln Sie danach diese Instanz erneut, damit das Token in der Kopie nichts mehr öffnet.',
    files:
      'Geben Sie niemandem als dem Knoten Zugriff auf sein Verzeichnis und seine Geheimnisse; kein anderer Prozess darf in seiner Gruppe sein.',
    audit:
      'Jemand hat die Datenbank verändert. Der Betreiber des Knotens sichert eine Kopie, sieht sie sich an und setzt das Protokoll wieder in Gang: accord audit resume.',
    schema: 'Der Betreiber des Knotens klärt, wer das angelegt hat, und entfernt, was niemand von Ihnen angelegt hat.',
  },
}
