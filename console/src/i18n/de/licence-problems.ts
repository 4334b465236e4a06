export const licenceProblems = {
  licence_ended: {
    title: 'Die Lizenz ist abgelaufen',
    remedy:
      'Bestehende Verbindungen laufen weiter. Um neue anzulegen, installieren Sie in den allgemeinen Einstellungen eine Lizenz des Herstellers.',
  },
  licence_limit: {
    title: 'Die Lizenz erlaubt keine weitere Verbindung',
    remedy:
      'Löschen Sie eine Verbindung, die nicht mehr gebraucht wird, oder installieren Sie in den allgemeinen Einstellungen eine Lizenz für mehr davon.',
  },
  licence_malformed: {
    title: 'Das ist keine Accord-Lizenz',
    remedy: 'Kopieren Sie den ganzen Text, den der Hersteller geschickt hat, vom ersten bis zum letzten Zeichen.',
  },
  licence_forged: {
    title: 'Die Lizenz hat nicht der Hersteller dieser Version unterschrieben',
    remedy: 'Bitten Sie den Hersteller um eine Lizenz für diese Version. Was vorher installiert war, gilt weiter.',
  },
  licence_foreign: {
    title: 'Die Lizenz wurde für einen anderen Knoten ausgestellt',
    remedy:
      'Nennen Sie dem Hersteller die Instanz-UID dieses Knotens; sie steht in den allgemeinen Einstellungen. Was vorher installiert war, gilt weiter.',
  },
  licence_expired: {
    title: 'Die Lizenz, die Sie installieren, ist abgelaufen',
    remedy: 'Bitten Sie den Hersteller um eine neue. Was vorher installiert war, gilt weiter.',
  },
}
