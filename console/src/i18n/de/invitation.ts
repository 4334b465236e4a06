export const invitation = {
  title: 'Der Einladungscode',
  lead: 'Schicken Sie diesen Code dem Administrator der anderen Seite. Er wird nur jetzt gezeigt und nirgends gespeichert.',
  code: 'Einladungscode',
  copy: 'Einladungscode kopieren',
  goToRemote: 'Zur anderen Seite',
  otherHost:
    'Eingegeben wurde {{entered}}, die andere Seite nennt aber {{named}} als ihren Host: weiter nur, wenn Sie ihn kennen.',
  noRemote: 'Die URL der anderen Seite ist nicht bekannt.',
  expires: 'Gültig bis',
  expiresIn: 'noch {{left}}',
  expired: 'abgelaufen',
  daysLeft: '{{days}} T {{time}}',
  boundTo: 'Gebunden an',
  bindings: {
    key: 'Nur {{name}} kann ihn annehmen, einmal, mit dem Schlüssel, den der Knoten dort gezeigt hat:',
    instance:
      'Nur an den Namen von {{name}} gebunden, denn der Knoten dort hat keinen Schlüssel gezeigt: wer den Code hat und sich so nennt, kann ihn einmal annehmen. Schicken Sie ihn auf einem Weg, dem Sie vertrauen.',
    nobody:
      'Nicht gebunden: wer den Code hat, kann ihn einmal annehmen. Schicken Sie ihn auf einem Weg, dem Sie vertrauen.',
  },
  fingerprint: 'Fingerabdruck Ihres Schlüssels',
  fingerprintHint:
    'Die andere Seite sieht denselben Fingerabdruck, bevor sie annimmt. Vergleichen Sie ihn am Telefon, nicht über die Nachricht mit dem Code.',
  message: 'Eine Nachricht zum Mitschicken',
  copyMessage: 'Nachricht kopieren',
  messageText:
    'Guten Tag,\n\nich lade Sie ein, {{remote}} mit {{local}} über Accord zu verbinden.\n\n1. Öffnen Sie auf Ihrer Seite Accord → Verbindungen → Einladung annehmen.\n2. Fügen Sie den Code unten ein und wählen Sie Weiter.\n3. Prüfen Sie, wer einlädt. Rufen Sie mich an, dann vergleichen wir den Fingerabdruck, bevor Sie annehmen.\n\nDer Code gilt einmal, bis {{until}}.\n\n{{code}}\n',
  becameActive: 'Die andere Seite hat angenommen. Die Verbindung steht.',
  waits: 'Wartet auf die andere Seite. Diese Seite zeigt von selbst, wenn sie annimmt.',
  asksApproval: 'Die andere Seite hat angenommen. Geben Sie sie auf der Seite der Verbindung frei oder lehnen Sie ab.',
  nowState: 'Die Verbindung ist jetzt: {{state}}.',
  leaveTitle: 'Sie haben den Code nicht kopiert',
  leaveText:
    'Der Code wird nur hier gezeigt. Wenn Sie jetzt gehen, müssen Sie auf der Seite der Verbindung einen neuen ausstellen.',
  leave: 'Ohne den Code gehen',
  stay: 'Zurück zum Code',
}
