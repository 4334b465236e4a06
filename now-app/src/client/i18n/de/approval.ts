export const approval = {
  ask: 'Mich fragen, bevor sie aktiv wird',
  askHint:
    'Wenn die andere Seite annimmt, sehen Sie mit dem Fingerabdruck ihres Schlüssels, wer es ist, und geben frei oder lehnen ab. Ohne Entscheidung endet die Verbindung nach sieben Tagen.',
  title: 'Wer diese Verbindung möchte',
  lead: 'Diese Seite hat den Code eingelöst. Vergleichen Sie den Fingerabdruck am Telefon mit ihrem Administrator, bevor Sie freigeben.',
  approve: 'Freigeben',
  approveText:
    '{{remote}} bekommt die Verbindung „{{name}}“. Beide Seiten werden von selbst aktiv, sobald der andere Knoten davon gehört hat; das kann einige Minuten dauern.',
  approveDone: '{{name}} ist freigegeben.',
  reject: 'Ablehnen',
  rejectText:
    '{{remote}} bekommt „{{name}}“ nicht: die Verbindung endet hier endgültig, die andere Seite erfährt, dass Sie abgelehnt haben, und der Code öffnet nichts mehr.',
  rejectDone: '{{name}} ist abgelehnt.',
}
