/** The proxy of this node is at fault, not the other side. */
export const proxyProblems = {
  proxy_unreachable: {
    title: 'Der Proxy, über den dieser Knoten hinausgeht, ist nicht erreichbar',
    remedy: 'Der Betreiber dieses Knotens prüft ACCORD_OUTBOUND_PROXY und ob der Proxy läuft.',
  },
  proxy_unauthorized: {
    title: 'Der Proxy, über den dieser Knoten hinausgeht, nimmt Benutzer und Passwort nicht an',
    remedy: 'Der Betreiber dieses Knotens berichtigt die Zugangsdaten in ACCORD_OUTBOUND_PROXY.',
  },
  proxy_forbidden: {
    title: 'Der Proxy, über den dieser Knoten hinausgeht, verbietet diese Adresse',
    remedy:
      'Der Betreiber dieses Knotens lässt die Adresse am Proxy zu, oder nennt sie in ACCORD_NO_PROXY, wenn sie direkt erreichbar ist.',
  },
  proxy_failed: {
    title: 'Der Proxy, über den dieser Knoten hinausgeht, fand keinen Weg zur anderen Seite',
    remedy:
      'Prüfen Sie die Schreibweise der URL und ob die andere Seite läuft; das Protokoll des Proxys sagt, welcher Schritt misslang.',
  },
}
