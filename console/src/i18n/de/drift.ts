import type { en } from '../en/index.ts'

/** Auf Wunsch werden beide Seiten einer Verbindung verglichen, ohne einen Wert der einen oder anderen. */
export const drift: typeof en.drift = {
  title: 'Beide Seiten vergleichen',
  lead: 'Liest den Datensatz jedes Paares hier und bei {{remote}} und vergleicht sie über Hashes: Kein Wert verlässt eine der Seiten, und nichts wird geändert. Das läuft im Hintergrund und lässt allem anderen den Vortritt.',
  check: 'Jetzt vergleichen',
  again: 'Erneut vergleichen',
  rests: 'Nur eine aktive Verbindung lässt sich vergleichen.',
  began: 'Begonnen von {{actor}}',
  progress_one: '{{checked}} von {{total}} Paar verglichen',
  progress_other: '{{checked}} von {{total}} Paaren verglichen',
  settling: 'Was abwich, wird erneut gesendet. Vergleichen Sie noch einmal, sobald nichts mehr unterwegs ist.',
  problem: '{{remote}} ließ sich nicht fragen: {{title}}. Es wird von selbst erneut gefragt.',
  noPairs: 'Es gibt noch kein Paar zu vergleichen.',
  allEqual_one: 'Das eine Paar ist auf beiden Seiten gleich.',
  allEqual_other: 'Alle {{total}} Paare sind auf beiden Seiten gleich.',
  counts: '{{equal}} gleich, {{different}} verschieden, {{missing}} fehlen, {{moving}} unterwegs.',
  mapped_one:
    '{{count}} der gleichen lässt sich nicht weiter vergleichen: Regeln ändern einen Wert unterwegs, oder eine Seite sendet nichts davon. Ungesendetes hat keine der beiden.',
  mapped_other:
    '{{count}} der gleichen lassen sich nicht weiter vergleichen: Regeln ändern Werte unterwegs, oder eine Seite sendet nichts davon. Ungesendetes hat keine der beiden.',
  list: 'Paare, die nicht gleich sind, die ersten fünfzig',
  what: 'Befund',
  verdicts: {
    different: 'Verschieden und noch nicht gesendet',
    missing: 'Ein Datensatz oder das Paar fehlt auf einer Seite',
    moving: 'Unterwegs, oder wartet auf jemanden',
  },
  remedies: {
    different:
      'Verschieden: eine Änderung, die niemand bemerkt hat. Senden Sie sie erneut; wo beide Seiten abweichen, behält die Seite, die die Verbindung eingeleitet hat, ihren Wert.',
    missing:
      'Fehlt: Ein Datensatz wurde gelöscht, oder die andere Seite hat das Paar verloren. Senden Sie es erneut; wo der erste Datensatz noch da ist, entsteht kein zweiter.',
    moving:
      'Unterwegs: Das kommt von selbst zur Ruhe, vergleichen Sie dann erneut. Ein Paar, das auf jemanden wartet, steht mit seiner Ursache im Reiter Sync.',
  },
  settle: 'Abweichendes erneut senden',
  keep: 'So lassen',
  confirm:
    'Beide Seiten sehen diese Paare neu an und senden, was nicht gesendet wurde. Felder können hier und bei {{remote}} überschrieben werden; der Verlauf jedes Paares nennt die Pfade.',
  settled: 'Abweichendes wird erneut gesendet.',
}
