import type { en } from '../en/index.ts'

/** Neue Skripte zuerst für einige Paare, auf *Sync einrichten*. */
export const canary: typeof en.canary = {
  title: 'Zuerst für einige Paare',
  lead: 'Die nächsten 20 Paare, die etwas zu tun haben, laufen nach den Skripten im Editor, alle anderen nach den veröffentlichten. Ohne neuen Fehler gelten sie danach für alle; mit dreien werden sie von selbst aufgegeben, und die 20 kehren zurück.',
  begin: 'Für die nächsten 20 Paare veröffentlichen',
  beginning: 'Wird für die nächsten 20 Paare veröffentlicht …',
  nothing: 'Ändern Sie zuerst ein Skript: Im Editor stehen die veröffentlichten.',
  condition:
    'Auch die Bedingung ist geändert. Veröffentlichen Sie sie zuerst für sich: Sie sagt, welche Paare beginnen, für alle Skripte.',
  state: {
    running: 'werden gerade erprobt',
    promoted: 'gelten für alle Paare',
    fell_back: 'wurden aufgegeben, es gelten die vorherigen',
    superseded: 'inzwischen wurden andere Skripte veröffentlicht, und die gelten',
  },
  undecided:
    'einige Paare scheitern, die es vorher nicht taten, weniger als {{failures}}: Entscheiden Sie, ob sie für alle gelten sollen',
  beganBy: 'Begonnen von {{actor}}',
  endedBy: 'Beendet von {{actor}}',
  endedByItself: 'Von selbst beendet',
  counts: '{{done}} von {{total}} Paaren sind durch, {{failed}} scheitern, die es vorher nicht taten.',
  unnamed: 'ein Datensatz noch ohne Nummer',
  asBefore: 'scheitert auch nach den veröffentlichten Skripten',
  askTitle: 'Work Notes könnten hinausgehen',
  askText:
    'Nach diesen Skripten gingen Work Notes der neuesten Paare an {{remote}}, die bisher nicht hinausgingen, oder die Skripte ließen sich nicht an ihnen erproben. Was hinausgegangen ist, kommt nicht zurück.',
  publish: 'Jetzt für alle veröffentlichen',
  giveUp: 'Aufgeben',
  publishTitle: 'Diese Skripte für alle Paare veröffentlichen?',
  publishText: 'Sie gelten von da an für jedes Paar, auch wenn noch nicht alle 20 gelaufen sind.',
  giveUpTitle: 'Diese Skripte aufgeben?',
  giveUpText:
    'Die Paare, die nach ihnen liefen, werden wieder nach den veröffentlichten Skripten gesendet und geschrieben.',
}
