import type { en } from '../en/index.ts'

/** Was geschrieben wird und noch nicht veröffentlicht ist, unter *Sync einrichten*. */
export const drafts: typeof en.drafts = {
  saved: 'Entwurf gespeichert. Er läuft nirgends, bis er veröffentlicht wird.',
  saving: 'Der Entwurf wird gespeichert …',
  waiting: 'Der Entwurf wird gespeichert, sobald Sie innehalten.',
  undecided: 'Der Entwurf wird erst gespeichert, wenn Sie oben einen der beiden Texte gewählt haben.',
  failed: 'Der Entwurf konnte nicht gespeichert werden: Was Sie zuletzt getippt haben, steht nur auf dieser Seite.',
  tooLong_one:
    'Der Entwurf wird nicht gespeichert: Ein Skript darf {{limit}} Zeichen haben. Kürzen Sie es um {{count}}.',
  tooLong_other:
    'Der Entwurf wird nicht gespeichert: Ein Skript darf {{limit}} Zeichen haben. Kürzen Sie es um {{count}}.',
  theirs:
    '{{author}} hat {{since}} begonnen, hier zu schreiben, und dies {{last}} zuletzt geändert. Sie sehen diesen Text; was Sie ändern, wird darin gespeichert.',
  theirsToRead:
    '{{author}} hat {{since}} begonnen, hier zu schreiben, und dies {{last}} zuletzt geändert. Dieser Text ist ein Entwurf: Es läuft weiter, was veröffentlicht ist.',
  changed:
    '{{author}} hat den Entwurf geändert, während Sie schrieben, zuletzt {{last}}. Beide Texte bleiben, bis Sie wählen.',
  stale:
    'Seit dieser Entwurf begonnen wurde, ist etwas anderes veröffentlicht worden. Vergleichen Sie beides, bevor Sie veröffentlichen.',
  compare: 'Beide Texte vergleichen',
  hide: 'Beide Texte ausblenden',
  takeTheirs: 'Text von {{author}} übernehmen',
  keepMine: 'Meinen Text behalten',
  keepDraft: 'Den Entwurf behalten',
  letGo: 'Den Entwurf verwerfen',
  diff: '{{script}}: was der auf dieser Seite ändert',
  same: 'Beide Skripte sind gleich. Es unterscheiden sich die Bedingung oder was daneben steht.',
}
