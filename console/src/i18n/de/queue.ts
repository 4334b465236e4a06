import type { en } from '../en/index.ts'

export const queue: typeof en.queue = {
  title: 'Warteschlange',
  lead: 'Paare aller Verbindungen, die unterwegs sind oder auf jemanden warten. Alles andere ist gleich.',
  empty: 'Nichts wartet, und nichts ist unterwegs.',
  nothingFits: 'So steht kein Paar.',
  noSuchKey:
    'Kein Paar hat einen Datensatz mit der Nummer {{key}}, weder hier noch auf der anderen Seite. Eine Nummer wird ganz eingegeben.',
  showAll: 'Alle zeigen',
  causes: 'Wartet auf Sie, nach Ursache',
  cause: '{{number}} × {{title}}',
  seeComparison:
    'Was ein Vergleich zurückhält, wird bei seiner Verbindung unter Sync freigegeben, wo Sie sehen, was überschrieben würde.',
  search: 'Warteschlange eingrenzen',
  key: 'Nummer eines Datensatzes',
  any: 'Beliebig',
  narrow: {
    filter: 'Zustand',
    connectionId: 'Verbindung',
    table: 'Tabelle',
    cause: 'Ursache',
    unmovedMinutes: 'Nichts geschah seit',
  },
  filters: {
    open: 'Nicht in Ruhe',
    held: 'Wartet auf Sie',
    held_there: 'Wartet auf der anderen Seite',
    moving: 'Unterwegs',
  },
  ages: { '5': '5 Minuten', '60': 'einer Stunde', '1440': 'einem Tag', '10080': 'einer Woche' },
  columns: { connection: 'Verbindung', remote: 'Auf der anderen Seite', moved: 'Letzter Schritt' },
  other: 'die andere Seite',
  range: '{{from}} bis {{to}}',
}
