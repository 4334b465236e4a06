/** The node's own console: its users, their sessions and their links. */
export const consoleProblems = {
  sign_in_failed: {
    title: 'Name oder Passwort passen nicht',
    remedy:
      'Versuchen Sie es noch einmal. Wenn Sie das Passwort vergessen haben, bitten Sie den Betreiber des Knotens um einen neuen Einrichtungslink.',
  },
  sign_in_throttled: {
    title: 'Zu viele Anmeldeversuche',
    remedy:
      'Warten Sie ein wenig und versuchen Sie es dann noch einmal. Ein Einrichtungslink vom Betreiber des Knotens wirkt sofort.',
  },
  link_invalid: {
    title: 'Dieser Einrichtungslink gilt nicht mehr',
    remedy:
      'Er gilt einmal, innerhalb von 30 Minuten. Bitten Sie den Betreiber des Knotens um einen neuen: accord console reset NAME.',
  },
  password_weak: {
    title: 'Dieses Passwort ist zu leicht zu erraten',
    remedy:
      'Nehmen Sie mindestens 12 Zeichen, die nicht Ihr Name sind und nicht ein wiederholtes Zeichen, etwa vier Wörter.',
  },
  password_common: {
    title: 'Dieses Passwort ist ein häufiges, oder beinahe',
    remedy:
      'Häufige Wörter mit Zahlen, Großbuchstaben oder ähnlichen Zeichen darin werden zuerst probiert. Nehmen Sie vier Wörter, die nichts miteinander zu tun haben.',
  },
  cross_site_refused: {
    title: 'Die Anfrage kam nicht von dieser Seite',
    remedy: 'Öffnen Sie die Konsole unter ihrer eigenen Adresse und laden Sie sie neu.',
  },
  console_user_unknown: {
    title: 'Diesen Benutzer der Konsole gibt es nicht',
    remedy: 'accord console list zeigt alle.',
  },
  console_user_disabled: {
    title: 'Dieser Benutzer der Konsole ist gesperrt',
    remedy: 'accord console reset NAME lässt den Benutzer wieder zu, mit einem neuen Einrichtungslink.',
  },
  last_console_admin: {
    title: 'Sonst könnte sich niemand als admin anmelden',
    remedy:
      'Machen Sie zuerst einen anderen Benutzer zum admin; sobald er ein Passwort gesetzt hat, versuchen Sie es wieder.',
  },
}
