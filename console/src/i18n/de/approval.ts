export const approval = {
  ask: 'Mich fragen, bevor sie aktiv wird',
  askHint:
    'Wenn die andere Seite annimmt, sehen Sie mit dem Fingerabdruck ihres Schlüssels, wer es ist, und geben frei oder lehnen ab. Ohne Entscheidung endet die Verbindung nach sieben Tagen.',
  title: 'Wer diese Verbindung möchte',
  lead: 'Diese Seite hat den Code eingelöst. Vergleichen Sie den Fingerabdruck am Telefon mit ihrem Administrator, bevor Sie freigeben.',
  theirs: 'Fingerabdruck der anderen Seite',
  ours: 'Fingerabdruck dieser Seite',
}
