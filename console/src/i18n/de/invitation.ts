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
  renewalText:
    'Guten Tag,\n\ndieser Code erneuert die Schlüssel unserer Verbindung {{name}}.\n\n1. Öffnen Sie auf Ihrer Seite Accord → Verbindungen → Einladung annehmen.\n2. Fügen Sie den Code unten ein und wählen Sie Weiter und Annehmen.\n\nDer Code gilt einmal, bis {{until}}.\n\n{{code}}\n',
  waits: 'Wartet auf die andere Seite. Diese Seite zeigt von selbst, wenn sie annimmt.',
  used: {
    accepted: 'Die andere Seite hat angenommen',
    asksApproval:
      'Vergleichen Sie den Fingerabdruck ihres Schlüssels, dann geben Sie auf der Seite von {{name}} frei oder lehnen ab.',
    confirming: 'Ihr erster Aufruf bestätigt es. Das dauert einen Moment.',
    keys: 'Die Schlüssel sind erneuert.',
    renewed: '{{name}} läuft mit ihnen weiter.',
  },
  decide: 'Prüfen, wer angenommen hat',
  nowState: 'Die Verbindung ist jetzt: {{state}}.',
  leaveTitle: 'Sie haben den Code nicht kopiert',
  leaveText:
    'Der Code wird nur hier gezeigt. Wenn Sie jetzt gehen, müssen Sie auf der Seite der Verbindung einen neuen ausstellen.',
  leave: 'Ohne den Code gehen',
  stay: 'Zurück zum Code',
}
