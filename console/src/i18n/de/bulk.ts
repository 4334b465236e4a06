import type { en } from '../en/index.ts'

/** Ein Schritt mit vielen Paaren der Warteschlange. */
export const bulk: typeof en.bulk = {
  title: 'Mit allen diesen Paaren',
  labels: { retry: 'Alle erneut versuchen', skip: 'Alle übergehen', unlink: 'Alle trennen' },
  texts: {
    retry:
      'Jedes wird mit den Regeln von jetzt erneut versucht. Was nicht weitergehen kann, wartet wieder mit seiner Ursache; nichts geht verloren, also gibt es nichts rückgängig zu machen.',
    skip: 'Was die andere Seite sandte, wird übergangen: Es wird hier nie geschrieben. Das lässt sich nicht rückgängig machen. Die nächste Änderung eines Datensatzes wird wieder angenommen, mit allen seinen Feldern. Ein Paar, das nur mit Ausgehendem wartet, bleibt, wie es ist.',
    unlink:
      'Jedes Paar endet auf beiden Seiten, für immer; beide Datensätze bleiben, wie sie sind. Das lässt sich nicht rückgängig machen. Die Liste unten, als CSV gespeichert, macht mit „Eine Liste verbinden“ wieder Paare daraus.',
  },
  counting: 'Noch geschieht nichts: Die Paare werden gezählt.',
  none: 'Keines dieser Paare wartet darauf.',
  count_one: 'Ein Paar ist gemeint.',
  count_other: '{{number}} Paare sind gemeint.',
  sample_one: 'Es ist dieses:',
  sample_other: 'Diese {{count}} haben sich zuletzt bewegt:',
  later: 'Paare, mit denen von jetzt an etwas geschieht, bleiben ausgenommen.',
  confirm: '{{label}}: {{number}}',
  csv: 'Alle als CSV speichern',
  reading: '{{count}} gelesen …',
  began: 'Es hat begonnen; wie weit es ist, steht über der Warteschlange.',
  progress: '{{step}}: {{seen}} von {{total}} Paaren, getan mit {{changed}}',
  states: {
    running: 'Im Gange',
    paused: 'Angehalten: Der Rest ist, wie er war',
    done: 'Fertig',
    cancelled: 'Abgebrochen: Der Rest ist, wie er war',
  },
  changes: { pause: 'Anhalten', resume: 'Fortsetzen', cancel: 'Abbrechen' },
  notAll_one: 'Eines blieb, wie es war: Nach der Zählung geschah etwas mit ihm, oder es wartete nicht darauf.',
  notAll_other:
    '{{count}} blieben, wie sie waren: Nach der Zählung geschah etwas mit ihnen, oder sie warteten nicht darauf.',
  onlyHeld: 'Nur Paare, die hier auf Sie warten, lassen sich erneut versuchen oder übergehen.',
  byNumber: 'Engen Sie die Warteschlange durch ihre Listen ein statt durch eine Nummer.',
}
