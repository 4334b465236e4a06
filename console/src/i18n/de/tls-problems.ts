/** Why a secure connection fails, each cause with who can remedy it. */
export const tlsProblems = {
  tls_expired: {
    title: 'Das Zertifikat unter dieser Adresse ist abgelaufen',
    remedy: 'Der Betreiber der anderen Seite erneuert das Zertifikat seines Knotens oder Proxys.',
  },
  tls_not_yet_valid: {
    title: 'Das Zertifikat unter dieser Adresse gilt noch nicht',
    remedy:
      'Der Betreiber dieses Knotens vergleicht dessen Uhr; geht sie richtig, ersetzt der Betreiber der anderen Seite das Zertifikat.',
  },
  tls_other_name: {
    title: 'Das Zertifikat unter dieser Adresse ist für einen anderen Namen ausgestellt',
    remedy:
      'Prüfen Sie den Rechnernamen in der URL. Stimmt er, besorgt der Betreiber der anderen Seite ein Zertifikat für diesen Namen.',
  },
  tls_self_signed: {
    title: 'Das Zertifikat unter dieser Adresse hat niemand außer ihm selbst unterschrieben',
    remedy:
      'Der Betreiber der anderen Seite besorgt ein Zertifikat einer Zertifizierungsstelle. Zwischen eigenen Rechnern kann der Betreiber dieses Knotens ihm durch NODE_EXTRA_CA_CERTS und einen Neustart vertrauen.',
  },
  tls_unknown_issuer: {
    title: 'Dieser Knoten kennt den Aussteller des Zertifikats unter dieser Adresse nicht',
    remedy:
      'Der Betreiber der anderen Seite sendet die ganze Kette mit ihren Zwischenzertifikaten. Für eine Zertifizierungsstelle der eigenen Firma nennt der Betreiber dieses Knotens deren Zertifikat in NODE_EXTRA_CA_CERTS und startet den Knoten neu.',
  },
  tls_not_spoken: {
    title: 'An diesem Port wird kein TLS gesprochen',
    remedy:
      'Prüfen Sie den Port in der URL. Stimmt er, stellt der Betreiber der anderen Seite einen Proxy mit TLS davor.',
  },
  tls_version: {
    title: 'Der Server unter dieser Adresse spricht keine TLS-Version, die noch sicher ist',
    remedy: 'Der Betreiber der anderen Seite erlaubt an seinem Knoten oder Proxy TLS 1.2 oder 1.3.',
  },
  tls_failed: {
    title: 'Die sichere Verbindung ist misslungen',
    remedy:
      'Der Betreiber der anderen Seite prüft die TLS-Einrichtung seines Knotens oder Proxys, zum Beispiel, ob er vom Anrufer ein Zertifikat verlangt.',
  },
}
