import { callbackProblems } from './instance-problems.ts'

/** Callers, pairing, HTTP, and the way between the page and its host. */
export const pairingProblems = {
  unauthenticated: {
    title: 'Der Aufrufer hat nicht bewiesen, wer er ist',
    remedy: 'Koppeln Sie die Instanz erneut mit dem Knoten.',
  },
  missing_role: {
    title: 'Ihrem Benutzer fehlt die Rolle dafür',
    remedy: 'Bitten Sie einen Administrator um die Rolle „admin“ von Accord.',
  },
  not_paired: {
    title: 'Die Instanz ist mit keinem Knoten gekoppelt',
    remedy: 'Öffnen Sie Accord → Einrichtung und fügen Sie den Kopplungscode ein, den der Knoten ausgibt.',
  },
  instance_copied: {
    title: 'Dies ist eine Kopie der Instanz, die gekoppelt wurde',
    remedy:
      'Koppeln Sie sie mit einem eigenen Knoten. Hat sich nur ihre Adresse geändert, koppeln Sie sie erneut mit demselben Knoten.',
  },
  pairing_malformed: {
    title: 'Das ist kein Kopplungscode',
    remedy: 'Kopieren Sie die ganze Zeile, die der Knoten ausgibt; sie enthält #pair=.',
  },
  pairing_unknown: {
    title: 'Der Knoten kennt diesen Kopplungscode nicht',
    remedy: 'Lassen Sie den Knoten einen neuen Kopplungscode ausgeben und fügen Sie ihn ein.',
  },
  pairing_expired: {
    title: 'Der Kopplungscode ist abgelaufen',
    remedy: 'Lassen Sie den Knoten einen neuen Kopplungscode ausgeben und fügen Sie ihn ein.',
  },
  pairing_used: {
    title: 'Der Kopplungscode wurde schon benutzt',
    remedy:
      'Wenn Sie es nicht waren, widerrufen Sie die Kopplung am Knoten. Lassen Sie ihn einen neuen Kopplungscode ausgeben.',
  },
  node_unreachable: {
    title: 'Der Knoten antwortet nicht',
    remedy: 'Starten Sie den Knoten und versuchen Sie es dann erneut. Nichts ging verloren.',
  },
  instance_unreachable: {
    title: 'Die Instanz antwortet ihrem Knoten nicht',
    remedy: 'Es wird von selbst erneut versucht, bis sie antwortet.',
  },
  ...callbackProblems,
  not_found: { title: 'An dieser Adresse ist nichts', remedy: 'Prüfen Sie den Pfad.' },
  method_not_allowed: { title: 'Diese Methode ist hier nicht erlaubt', remedy: 'Prüfen Sie die Methode.' },
  payload_too_large: { title: 'Die Anfrage ist zu groß', remedy: 'Senden Sie höchstens 64 KiB.' },
  unsupported_media_type: {
    title: 'Der Inhaltstyp wird nicht unterstützt',
    remedy: 'Senden Sie application/json.',
  },
  internal: {
    title: 'Im Knoten ist etwas zerbrochen',
    remedy: 'Versuchen Sie es erneut; der Betreiber findet die Anfrage-ID im Protokoll.',
  },
  session_ended: {
    title: 'Ihre Sitzung ist beendet',
    remedy:
      'Melden Sie sich in dem Tab, der sich öffnet, neu an und versuchen Sie es hier erneut. Was Sie eingegeben haben, ist noch da.',
  },
  network_failed: {
    title: 'Die Instanz ist nicht erreichbar',
    remedy: 'Prüfen Sie Ihr Netz und versuchen Sie es dann erneut. Was Sie eingegeben haben, ist noch da.',
  },
  answer_unreadable: {
    title: 'Die Instanz gab eine Antwort, die diese Seite nicht lesen kann',
    remedy: 'Vielleicht wacht sie gerade aus dem Ruhezustand auf. Warten Sie eine Minute und versuchen Sie es erneut.',
  },
  address_changed: {
    title: 'Der Knoten der anderen Seite hat eine andere Adresse, seit dieser Code entstand',
    remedy: 'Bitten Sie die andere Seite um einen neuen Code.',
  },
  platform_refused: {
    title: 'Die Plattform hat die Anfrage abgelehnt',
    remedy: 'Lesen Sie oben, was sie sagt, oder fragen Sie Ihren Administrator.',
  },
}
