import type { en } from '../en/index.ts'

/** Ein Entwurf über die Paare, die es gibt, bevor er veröffentlicht wird. */
export const shadow: typeof en.shadow = {
  title: 'Was sich ändern würde',
  lead: 'Führt die Skripte oben für die neuesten 200 Paare aus, neben den veröffentlichten. Nichts wird an {{remote}} gesendet, und nichts wird geschrieben.',
  run: 'An allen Paaren ausprobieren',
  running: 'Wird ausprobiert …',
  progress: 'An {{done}} von {{total}} Paaren ausprobiert',
  old: 'Die Skripte wurden seit diesem Lauf geändert.',
  none: 'Es gibt noch keine Paare: Für niemanden ändert sich etwas.',
  same_one: 'Das Paar bleibt, wie es ist: {{remote}} bekäme nichts anderes.',
  same_other: 'Alle {{count}} Paare bleiben, wie sie sind: {{remote}} bekäme nichts anderes.',
  of_one: 'Von einem Paar:',
  of_other: 'Von {{count}} Paaren:',
  kind: {
    widens_one: 'Arbeitsnotizen eines Datensatzes gingen an {{remote}}',
    widens_other: 'Arbeitsnotizen von {{count}} Datensätzen gingen an {{remote}}',
    fails_one: 'Einer schlägt fehl und würde auf eine Person warten',
    fails_other: '{{count}} schlagen fehl und würden auf eine Person warten',
    held_one: 'Eine wartende Nachricht wartet weiter',
    held_other: '{{count}} wartende Nachrichten warten weiter',
    stops_one: 'Einen hält das Skript an, und von ihm wird nichts mehr gesendet',
    stops_other: '{{count}} hält das Skript an, und von ihnen wird nichts mehr gesendet',
    changes_one: 'Einer würde anders an {{remote}} gesendet',
    changes_other: '{{count}} würden anders an {{remote}} gesendet',
    lost_one: 'Eine geschriebene, aufbewahrte Nachricht würde fehlschlagen oder angehalten',
    lost_other: '{{count}} geschriebene, aufbewahrte Nachrichten würden fehlschlagen oder angehalten',
    goes_one: 'Eine wartende Nachricht würde geschrieben',
    goes_other: '{{count}} wartende Nachrichten würden geschrieben',
  },
  first: '{{key}} ansehen',
  newRecord: 'Den ersten',
  askTitle: 'Das veröffentlichen?',
  ask: {
    widens: 'Arbeitsnotizen gingen an {{remote}}, die bisher im Haus geblieben sind.',
    fails: 'Einige Datensätze oder Nachrichten schlagen mit diesen Skripten fehl.',
    many: 'Mehr als ein Zehntel der Paare würde sich bei {{remote}} ändern.',
  },
  untried:
    'Die Skripte konnten vorher nicht an den Paaren ausprobiert werden: Was das Veröffentlichen ändern würde, weiß niemand.',
  publish: 'Trotzdem veröffentlichen',
  back: 'Zurück zu den Skripten',
}
