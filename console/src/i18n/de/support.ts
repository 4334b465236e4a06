export const support = {
  look: 'Wo Sie zuerst nachsehen',
  prerequisites: 'Voraussetzungen: was eine Verbindung braucht und was Knoten und Instanz voneinander trennt',
  diagnosis: 'Verbindungen: eine öffnen, dann Diagnose; sie prüft jeden Schritt und nennt, wer handeln muss',
  jobs: 'Aufträge: was aufgegeben wurde oder immer wieder scheitert, mit seiner Ursache',
  logs: 'Wo die Protokolle sind',
  instanceLog: 'Auf dieser Instanz: System Logs → Application Logs, Anwendung Accord',
  outboundLog: 'Aufrufe an den Knoten: System Logs → Outbound HTTP Requests; Geheimnisse und Texte stehen dort nicht',
  nodeLog:
    'Am Knoten: seine Standardfehlerausgabe, eine JSON-Zeile je Ereignis; sein Prüfprotokoll mit „accord audit export“',
  ask: 'Wenn Sie um Hilfe bitten',
  send: 'Senden Sie diese Versionen, die Befunde der Voraussetzungen und der Diagnose und die Anfrage-ID der Meldung, die Sie gesehen haben.',
  never:
    'Senden Sie nie einen Einladungscode, einen Kopplungscode, einen Schlüssel oder ein Passwort. Wer hilft, braucht keines davon.',
}
