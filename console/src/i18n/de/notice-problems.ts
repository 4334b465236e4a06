/** Benachrichtigungen: warum eine nicht hinausging. */
export const noticeProblems = {
  mail_login_refused: {
    title: 'Der Mailserver nimmt Benutzer und Passwort nicht an',
    remedy:
      'Berichtigen Sie ACCORD_SMTP_USER und ACCORD_SMTP_PASSWORD und starten Sie den Knoten neu. Manche Anbieter verlangen ein Passwort für Anwendungen.',
  },
  mail_not_encrypted: {
    title: 'Der Mailserver bietet keine verschlüsselte Verbindung an',
    remedy:
      'Nehmen Sie den Port, an dem er es tut (587, oder 465 mit ACCORD_SMTP_TLS=tls). Im Klartext wurde nichts gesendet.',
  },
  mail_deferred: {
    title: 'Der Mailserver bittet um einen späteren Versuch',
    remedy: 'Der Knoten versucht es von selbst wieder, einen Tag lang.',
  },
  mail_refused: {
    title: 'Der Mailserver weist diese Nachricht endgültig ab',
    remedy:
      'Die Antwort des Servers steht daneben: Berichtigen Sie die Adresse oder ACCORD_MAIL_FROM und senden Sie einen Test.',
  },
  webhook_refused: {
    title: 'Der Webhook hat die Benachrichtigung nicht angenommen',
    remedy:
      'Der Status steht daneben. Der Knoten versucht es von selbst wieder, einen Tag lang; berichtigen Sie ACCORD_WEBHOOK_URL oder den Dienst und senden Sie einen Test.',
  },
  webhook_gone: {
    title: 'Der Webhook will keine Benachrichtigungen mehr',
    remedy: 'Setzen Sie eine andere ACCORD_WEBHOOK_URL oder keine und starten Sie den Knoten neu.',
  },
  notice_given_up: {
    title: 'Die Benachrichtigung wurde aufgegeben: einen Tag lang gelang kein Versuch',
    remedy:
      'Beheben Sie, was im Weg steht, und senden Sie einen Test. Was noch offen ist, wird wieder gemeldet, sobald es nach einer Stunde mehr geworden ist.',
  },
  mail_domain_refused: {
    title: 'Mails gehen nur an die Domänen des Betreibers',
    remedy:
      'Geben Sie eine Adresse aus einer der genannten Domänen an. Weitere nennt, wer den Knoten betreibt, in ACCORD_MAIL_TO.',
  },
  notices_not_set_up: {
    title: 'Dieser Knoten hat keinen Weg für Benachrichtigungen',
    remedy:
      'Setzen Sie ACCORD_SMTP_HOST, ACCORD_MAIL_FROM und ACCORD_MAIL_TO oder ACCORD_WEBHOOK_URL und starten Sie den Knoten neu.',
  },
}
