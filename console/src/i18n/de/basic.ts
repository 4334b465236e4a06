import type { en } from '../en/index.ts'

/** Regeln, die niemand schreibt, auf *Sync einrichten*. */
export const basic: typeof en.basic = {
  title: 'Modus Basic',
  lead: 'Die Regeln dieser Verbindung sind fertig und fest: Was diese Seite verlässt und was hier geschrieben wird, steht oben. Sagen Sie, welche Incidents gemeint sind, und veröffentlichen Sie.',
  notes:
    'Kommentare, die Kunden lesen, gehen in beide Richtungen. Work Notes verlassen diese Seite nie. Ein Wort, das die Regeln nicht kennen, lässt seinen Datensatz warten, bis jemand umstellt und die Zeile ergänzt.',
  upgrade: 'Auf Script umstellen',
  askTitle: 'Die Skripte dieser Verbindung selbst schreiben?',
  askText:
    'Aus den Regeln werden Skripte, die dasselbe tun, und Menschen dieser Seite dürfen sie ändern. Zurück zum Modus Basic geht es nicht. Die andere Seite bleibt, wie sie ist.',
}
