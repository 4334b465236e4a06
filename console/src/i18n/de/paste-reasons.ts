/** What is wrong with a pasted code, by the fact `paste` of its refusal. */
export const pasteReasons = {
  end: {
    title: 'Das Ende des Einladungscodes fehlt',
    remedy:
      'Kopieren Sie ihn auf der anderen Seite noch einmal mit dem Knopf zum Kopieren, oder lassen Sie ihn als Textdatei senden.',
  },
  beginning: {
    title: 'Der Anfang des Einladungscodes fehlt',
    remedy: 'Er beginnt mit accord1_. Kopieren Sie den ganzen Code noch einmal.',
  },
  middle: {
    title: 'Im Einladungscode fehlen Buchstaben',
    remedy:
      'Kopieren Sie ihn auf der anderen Seite noch einmal mit dem Knopf zum Kopieren, oder lassen Sie ihn als Textdatei senden.',
  },
  changed: {
    title: 'Buchstaben des Einladungscodes wurden verändert, ergänzt oder gingen verloren',
    remedy:
      'Er wurde unterwegs beschädigt. Kopieren Sie ihn auf der anderen Seite noch einmal, oder lassen Sie ihn als Textdatei senden.',
  },
  several: {
    title: 'Der Text enthält zwei verschiedene Codes',
    remedy: 'Fügen Sie nur den neueren ein.',
  },
  oversized: {
    title: 'Das ist länger als jeder Einladungscode',
    remedy: 'Kopieren Sie nur den Code; er beginnt mit accord1_.',
  },
  hidden: {
    title: 'Ein Mail-Gateway hat den Code durch einen eigenen Link ersetzt',
    remedy: 'Bitten Sie die andere Seite, den Code als Text oder als Textdatei zu senden, nicht als Link.',
  },
  none: {
    title: 'In diesem Text steht kein Einladungscode',
    remedy: 'Kopieren Sie den ganzen Code noch einmal; er beginnt mit accord1_.',
  },
}
