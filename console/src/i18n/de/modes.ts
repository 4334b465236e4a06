export const modes = {
  basic: { title: 'Basic', text: 'Fertige Regeln für die üblichen Felder. Nichts zu schreiben.' },
  visual: { title: 'Visual', text: 'Felder beider Seiten in einem Editor zuordnen.' },
  script: {
    title: 'Script',
    text: 'Jede Seite schreibt ihre eigenen ausgehenden und eingehenden Skripte. Jedes Feld, jede Regel.',
  },
  offeredBy: '{{name}} bietet ihn an.',
  laterRelease: 'Kommt mit einer späteren Version.',
  notAtDestination: 'Das Ziel bietet diesen Modus nicht an.',
}
