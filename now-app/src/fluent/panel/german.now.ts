import { Record } from '@servicenow/sdk/core'

Record({
  $id: Now.ID['panel-de-state'],
  table: 'sys_ui_message',
  data: { key: 'State', message: 'Zustand', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-health'],
  table: 'sys_ui_message',
  data: { key: 'Health', message: 'Antworten', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-last-contact'],
  table: 'sys_ui_message',
  data: { key: 'Last contact', message: 'Letzter Kontakt', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-next-step'],
  table: 'sys_ui_message',
  data: { key: 'Next step', message: 'Nächster Schritt', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-open-in-console'],
  table: 'sys_ui_message',
  data: { key: 'Open in console', message: 'In der Konsole öffnen', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-never'],
  table: 'sys_ui_message',
  data: { key: 'never', message: 'nie', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-send-the-invitation-code-the-other-side-accepts-it'],
  table: 'sys_ui_message',
  data: {
    key: 'Send the invitation code; the other side accepts it.',
    message: 'Den Einladungscode senden; die andere Seite nimmt ihn an.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-nothing-to-do-the-other-side-has-accepted-its-firs'],
  table: 'sys_ui_message',
  data: {
    key: 'Nothing to do: the other side has accepted, its first signed call is awaited.',
    message: 'Nichts zu tun: Die andere Seite hat angenommen, ihr erster signierter Aufruf steht aus.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-an-administrator-compares-both-fingerprints-and-ap'],
  table: 'sys_ui_message',
  data: {
    key: 'An administrator compares both fingerprints and approves, or rejects.',
    message: 'Ein Administrator vergleicht beide Fingerabdrücke und gibt frei oder lehnt ab.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-nothing-to-do-the-answer-of-the-other-side-is-awai'],
  table: 'sys_ui_message',
  data: {
    key: 'Nothing to do: the answer of the other side is awaited.',
    message: 'Nichts zu tun: Die Antwort der anderen Seite steht aus.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-nothing-to-do-both-sides-work'],
  table: 'sys_ui_message',
  data: { key: 'Nothing to do: both sides work.', message: 'Nichts zu tun: Beide Seiten arbeiten.', language: 'de' },
})
Record({
  $id: Now.ID['panel-de-activate-it-here-changes-are-queued-meanwhile'],
  table: 'sys_ui_message',
  data: {
    key: 'Activate it here; changes are queued meanwhile.',
    message: 'Hier aktivieren; Änderungen werden so lange aufbewahrt.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-only-the-other-side-can-activate-it-again-changes-'],
  table: 'sys_ui_message',
  data: {
    key: 'Only the other side can activate it again; changes are queued meanwhile.',
    message: 'Nur die andere Seite kann sie wieder aktivieren; Änderungen werden so lange aufbewahrt.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-activate-it-here-and-ask-the-other-side-to-do-the-'],
  table: 'sys_ui_message',
  data: {
    key: 'Activate it here, and ask the other side to do the same.',
    message: 'Hier aktivieren, und die andere Seite um dasselbe bitten.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-re-issue-the-code-nobody-accepted-it-in-time'],
  table: 'sys_ui_message',
  data: {
    key: 'Re-issue the code; nobody accepted it in time.',
    message: 'Den Code neu ausstellen; niemand hat ihn rechtzeitig angenommen.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-re-issue-the-code-if-the-connection-is-still-wante'],
  table: 'sys_ui_message',
  data: {
    key: 'Re-issue the code if the connection is still wanted.',
    message: 'Den Code neu ausstellen, wenn die Verbindung noch gewünscht ist.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-re-issue-the-code-the-other-side-never-made-its-fi'],
  table: 'sys_ui_message',
  data: {
    key: 'Re-issue the code; the other side never made its first signed call.',
    message: 'Den Code neu ausstellen; der erste signierte Aufruf der anderen Seite kam nie.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-read-the-reason-below-then-initiate-again'],
  table: 'sys_ui_message',
  data: {
    key: 'Read the reason below, then initiate again.',
    message: 'Den Grund unten lesen, dann erneut einleiten.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-ask-the-other-side-for-a-code-that-renews-the-keys'],
  table: 'sys_ui_message',
  data: {
    key: 'Ask the other side for a code that renews the keys, or delete this connection.',
    message: 'Die andere Seite um einen Code bitten, der die Schlüssel erneuert, oder diese Verbindung löschen.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-nothing-to-do-the-other-side-is-being-informed'],
  table: 'sys_ui_message',
  data: {
    key: 'Nothing to do: the other side is being informed.',
    message: 'Nichts zu tun: Die andere Seite wird benachrichtigt.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-nothing-to-do-the-connection-is-history'],
  table: 'sys_ui_message',
  data: {
    key: 'Nothing to do: the connection is history.',
    message: 'Nichts zu tun: Die Verbindung ist Geschichte.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-delete-it-here-when-its-history-is-not-needed-any-'],
  table: 'sys_ui_message',
  data: {
    key: 'Delete it here when its history is not needed any more.',
    message: 'Hier löschen, wenn ihr Verlauf nicht mehr gebraucht wird.',
    language: 'de',
  },
})
Record({
  $id: Now.ID['panel-de-the-other-side-does-not-answer-open-diagnosis-in-t'],
  table: 'sys_ui_message',
  data: {
    key: 'The other side does not answer: open Diagnosis in the console.',
    message: 'Die andere Seite antwortet nicht: In der Konsole die Diagnose öffnen.',
    language: 'de',
  },
})
