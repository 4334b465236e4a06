/** What the common texts say of an instance and its platform, in the words of this host. */
export const FITTING = {
  en: {
    common: {
      needsAdmin: 'Needs the role admin. Ask the operator of the node for it.',
      needsMaintainer: 'Needs the role maintainer. Ask the operator of the node for it.',
    },
    setup: { instance: 'This side' },
    findings: {
      remedies: { role: 'Ask the operator of the node for the role: accord console invite NAME --role admin.' },
    },
    prerequisites: { known: 'Shown is what the node knows. To try it now, the role maintainer is needed.' },
    settings: { node: 'Node and this side', pairAgain: 'Go to Set-up', versionApp: 'Console' },
    problems: {
      session_ended: { remedy: 'Sign in again; what you typed is still there.' },
      missing_role: { remedy: 'Ask the operator of the node for the role: accord console invite NAME --role admin.' },
      network_failed: { title: 'The node cannot be reached' },
      answer_unreadable: {
        title: 'The node gave an answer that this page cannot read',
        remedy: 'Wait a minute, then try again. If it stays, tell the operator of the node.',
      },
    },
  },
  de: {
    common: {
      needsAdmin: 'Dafür braucht es die Rolle admin. Bitten Sie den Betreiber des Knotens darum.',
      needsMaintainer: 'Dafür braucht es die Rolle maintainer. Bitten Sie den Betreiber des Knotens darum.',
    },
    setup: { instance: 'Diese Seite' },
    findings: {
      remedies: {
        role: 'Bitten Sie den Betreiber des Knotens um die Rolle: accord console invite NAME --role admin.',
      },
    },
    prerequisites: {
      known: 'Gezeigt wird, was der Knoten weiß. Um es jetzt zu versuchen, braucht es die Rolle maintainer.',
    },
    settings: { node: 'Knoten und diese Seite', pairAgain: 'Zur Einrichtung', versionApp: 'Konsole' },
    problems: {
      session_ended: { remedy: 'Melden Sie sich wieder an; was Sie geschrieben haben, ist noch da.' },
      missing_role: {
        remedy: 'Bitten Sie den Betreiber des Knotens um die Rolle: accord console invite NAME --role admin.',
      },
      network_failed: { title: 'Der Knoten ist nicht erreichbar' },
      answer_unreadable: {
        title: 'Der Knoten hat etwas geantwortet, das diese Seite nicht lesen kann',
        remedy:
          'Warten Sie eine Minute und versuchen Sie es noch einmal. Bleibt es dabei, sagen Sie es dem Betreiber des Knotens.',
      },
    },
  },
}
