export const trail = {
  lead: 'Wer was mit dieser Verbindung getan hat, das Neueste zuerst, aus dem Prüfprotokoll des Knotens. Jeder Eintrag enthält den Hash des vorigen: niemand kann unbemerkt einen ändern oder entfernen.',
  older: 'Ältere Einträge zeigen',
  by: 'von {{actor}}, {{caller}}',
  from: 'aus {{source}}',
  place: '#{{seq}} {{hash}}',
  callers: {
    public: 'ohne Nachweis',
    node: 'über den anderen Knoten',
    instance: 'über die Instanz',
    operator: 'mit dem Token des Betreibers',
    self: 'von selbst',
    console: 'über die Konsole des Knotens',
  },
}
