/** What a person pasted, and what the source answers. */
export const protocolProblems = {
  code_malformed: {
    title: 'Das ist kein Einladungscode von Accord',
    remedy: 'Kopieren Sie den ganzen Code noch einmal; er beginnt mit accord1_.',
  },
  code_truncated: {
    title: 'Der Einladungscode ist unvollständig',
    remedy:
      'Ein Teil des Codes fehlt, meist das Ende. Kopieren Sie ihn auf der anderen Seite noch einmal mit dem Knopf zum Kopieren.',
  },
  code_signature_invalid: {
    title: 'Die Signatur des Einladungscodes passt nicht',
    remedy:
      'Der Code wurde unterwegs verändert. Bitten Sie die andere Seite um einen neuen, auf einem Weg, dem Sie vertrauen.',
  },
  code_other_product: {
    title: 'Das ist ein Code eines anderen Produkts',
    remedy:
      'Nur ein Exalate-Knoten kann ihn einlösen. Bitten Sie die andere Seite, die Verbindung mit Accord einzuleiten.',
  },
  own_invitation: {
    title: 'Diese Einladung hat dieser Knoten selbst ausgestellt',
    remedy: 'Schicken Sie den Code an das andere Unternehmen; angenommen wird er dort.',
  },
  identity_mismatch: {
    title: 'Der Knoten an dieser Adresse besitzt nicht den Schlüssel, der den Code signiert hat',
    remedy: 'Vergleichen Sie den Fingerabdruck am Telefon mit dem anderen Administrator, bevor Sie weitermachen.',
  },
  malformed: {
    title: 'Die Anfrage hat nicht die erwartete Form',
    remedy: 'Prüfen Sie die genannten Felder.',
  },
  invitation_unknown: {
    title: 'Die Quelle kennt diese Einladung nicht',
    remedy: 'Bitten Sie die andere Seite um einen neuen Code.',
  },
  invitation_expired: {
    title: 'Die Einladung ist abgelaufen',
    remedy: 'Bitten Sie die andere Seite um einen neuen Code.',
  },
  invitation_revoked: {
    title: 'Die Einladung wurde widerrufen',
    remedy: 'Bitten Sie die andere Seite um einen neuen Code.',
  },
  invitation_replaced: {
    title: 'Die Einladung wurde durch einen neueren Code ersetzt',
    remedy:
      'Nehmen Sie den neueren Code. Wurde er hier schon angenommen, ist nichts zu tun: seine Verbindung steht in der Liste.',
  },
  wrong_recipient: {
    title: 'Die Einladung ist für eine andere Instanz bestimmt',
    remedy:
      'Bitten Sie die andere Seite, mit der URL dieser Instanz eine neue Verbindung zu beginnen: ein Code, der nur neu ausgestellt wird, bleibt adressiert wie zuvor.',
  },
  wrong_recipient_key: {
    title: 'Die Einladung ist an einen anderen Schlüssel dieser Instanz gebunden',
    remedy:
      'Lesen Sie dem anderen Administrator den Fingerabdruck dieses Knotens am Telefon vor. Wurde dieser Knoten neu aufgesetzt, löscht die andere Seite die Verbindung und beginnt mit der URL dieser Instanz eine neue; deren Code ist an den neuen Schlüssel gebunden.',
  },
  address_refused: {
    title: 'Die Quelle darf die Adresse des annehmenden Knotens nicht aufrufen',
    remedy:
      'Geben Sie dem annehmenden Knoten eine öffentliche https-Adresse (ACCORD_PUBLIC_URL), oder lassen Sie den Betreiber der Quelle seinen Bereich eintragen (ACCORD_ALLOWED_PRIVATE_RANGES). Ein Knoten, den niemand erreicht, sagt das mit ACCORD_POLL_ONLY=true.',
  },
  already_redeemed: {
    title: 'Die Einladung wurde schon von jemand anderem benutzt',
    remedy:
      'Sagen Sie es dem anderen Administrator sofort: jemand anderes hält diese Verbindung. Er soll sie widerrufen und einen neuen Code ausstellen.',
  },
  connection_gone: {
    title: 'Die andere Seite hat diese Verbindung gelöscht',
    remedy: 'Bitten Sie die andere Seite um eine neue Einladung.',
  },
  awaiting_approval: {
    title: 'Die andere Seite hat die Verbindung noch nicht freigegeben',
    remedy: 'Hier ist nichts zu tun: sie wird von selbst aktiv, sobald der Administrator der anderen Seite freigibt.',
  },
  approval_rejected: {
    title: 'Die andere Seite hat die Verbindung abgelehnt',
    remedy:
      'Sprechen Sie mit dem Administrator der anderen Seite. Für einen neuen Versuch brauchen Sie einen neuen Code.',
  },
  approval_expired: {
    title: 'Auf der anderen Seite hat niemand die Verbindung rechtzeitig freigegeben',
    remedy: 'Bitten Sie die andere Seite um einen neuen Code und ihren Administrator um die Freigabe.',
  },
  source_private: {
    title: 'Ein Knoten, der von außen nicht erreichbar ist, kann nur eine Instanz einladen, deren URL er kennt',
    remedy:
      'Die einladende Seite gibt die URL der anderen Seite ein; ihr Knoten fragt dann dort, ob der Code angenommen wurde.',
  },
  both_sides_private: {
    title: 'Keiner der beiden Knoten ist von außen erreichbar',
    remedy: 'Machen Sie einen der beiden Knoten per https erreichbar; dann kann jede der beiden Seiten einleiten.',
  },
  no_common_version: {
    title: 'Die beiden Knoten haben keine gemeinsame Protokollversion',
    remedy: 'Aktualisieren Sie den Knoten mit den niedrigeren Versionen.',
  },
  clock_skew: {
    title: 'Die Uhren der beiden Knoten weichen zu weit voneinander ab',
    remedy: 'Stellen Sie die Uhr des Knotens, der falsch geht.',
  },
  proof_invalid: {
    title: 'Die Signatur der Anfrage ist nicht gültig',
    remedy: 'Prüfen Sie, ob beide Knoten ihre Verbindungsschlüssel noch haben; sonst braucht die Verbindung neue.',
  },
  request_replayed: {
    title: 'Diese signierte Anfrage kam schon einmal an',
    remedy: 'Nichts zu tun: die erste wurde angenommen.',
  },
  retry_later: { title: 'Der Knoten kann gerade nicht antworten', remedy: 'Es wird von selbst erneut versucht.' },
  rotated_too_often: {
    title: 'Der Schlüssel dieser Verbindung wurde zu oft ersetzt',
    remedy: 'Nach der genannten Zeit kann er wieder ersetzt werden oder wird von selbst mitgeteilt.',
  },
  too_many_requests: {
    title: 'Zu viele Anfragen',
    remedy: 'Warten Sie die genannte Zeit und versuchen Sie es dann erneut.',
  },
}
