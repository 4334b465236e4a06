import { pageProblems } from './instance-problems.ts'
import { proxyProblems } from './proxy-problems.ts'
import { tlsProblems } from './tls-problems.ts'

/** Reaching the other side, and creating a connection. */
export const reachingProblems = {
  url_refused: {
    title: 'Diese Adresse ist nicht erlaubt',
    remedy:
      'Verwenden Sie eine öffentliche https-Adresse, oder bitten Sie den Betreiber, den privaten Bereich freizugeben.',
  },
  name_unresolved: {
    title: 'Der Rechnername ist nicht zu finden',
    remedy: 'Prüfen Sie die Schreibweise der URL.',
  },
  ...tlsProblems,
  ...proxyProblems,
  ...pageProblems,
  connection_refused: {
    title: 'Die andere Seite weist Verbindungen ab',
    remedy: 'Vermutlich läuft ihr Knoten nicht. Bitten Sie ihren Betreiber, ihn zu starten.',
  },
  timed_out: {
    title: 'Die andere Seite antwortet nicht rechtzeitig',
    remedy: 'Prüfen Sie das Netz zwischen den Knoten und versuchen Sie es dann erneut.',
  },
  unreachable: {
    title: 'Die andere Seite ist nicht erreichbar',
    remedy: 'Prüfen Sie das Netz zwischen den Knoten und versuchen Sie es dann erneut.',
  },
  not_accord: {
    title: 'An dieser Adresse wurde kein Accord gefunden',
    remedy: 'Installieren Sie Accord dort, oder geben Sie die URL des Knotens ein.',
  },
  node_url_needed: {
    title: 'Diese Instanz sagt nicht, wo ihr Knoten ist',
    remedy:
      'Fragen Sie die andere Seite nach der URL ihres Knotens (sie steht unter Accord → Einrichtung), und geben Sie diese ein.',
  },
  protocol_violation: {
    title: 'Der andere Knoten gab eine Antwort, die gegen das Protokoll verstößt',
    remedy: 'Schicken Sie die Einzelheiten an den Support; hier wurde nichts verändert.',
  },
  name_taken: {
    title: 'Eine Verbindung dieses Namens gibt es schon',
    remedy: 'Wählen Sie einen anderen Namen.',
  },
  mode_unsupported: {
    title: 'Dieser Konfigurationsmodus ist nicht verfügbar',
    remedy: 'Wählen Sie den Modus Script, den jeder Node anbietet, oder lassen Sie die andere Seite aktualisieren.',
  },
  connection_unknown: {
    title: 'Diese Verbindung gibt es nicht',
    remedy: 'Gehen Sie zurück zur Liste der Verbindungen.',
  },
  state_conflict: {
    title: 'Der Zustand der Verbindung lässt das nicht zu',
    remedy: 'Laden Sie den Zustand neu und entscheiden Sie noch einmal.',
  },
  refusal_unsigned: {
    title: 'Es kam eine Ablehnung, die der andere Knoten nicht signiert hat',
    remedy:
      'Es wird von selbst erneut versucht. Bleibt es dabei, fragen Sie den anderen Administrator, ob sein Knoten ablehnt; wenn nicht, sehen Sie nach, was zwischen den Knoten steht.',
  },
}
