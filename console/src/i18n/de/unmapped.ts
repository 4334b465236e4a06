import type { en } from '../en/index.ts'

/** Wörter, die die veröffentlichten Skripte getroffen haben und nicht kennen. */
export const unmapped: typeof en.unmapped = {
  title: 'Wörter ohne Zeile',
  lead: 'Die veröffentlichten Skripte haben sie getroffen und kennen sie nicht. Fügen Sie eine Zeile ein, tragen Sie ein, was das Wort hier bedeutet, und veröffentlichen Sie.',
  add: 'Zeile einfügen',
  kind: {
    value: '„{{word}}“ in {{path}}: keine Zeile dafür. Das Paar wartet.',
    otherwise: '„{{word}}“ in {{path}}: keine Zeile dafür. Der Vorgabewert wurde genommen.',
    choice: '„{{word}}“ für {{path}}: das Feld hat diese Auswahl nicht. Das Paar wartet.',
    user: '„{{word}}“ in {{path}}: niemand hat hier diese Adresse. Das Feld blieb ohne Benutzer.',
  },
  met_one: 'einmal getroffen',
  met_other: '{{count}}-mal getroffen',
  added: 'Eine Zeile für {{word}} wurde eingefügt. Tragen Sie ein, was es hier bedeutet.',
  there: '{{word}} hat schon eine Zeile. Sie ist markiert.',
  nowhere: 'Für {{word}} fand sich keine Stelle im Skript. Schreiben Sie die Zeile von Hand.',
}
