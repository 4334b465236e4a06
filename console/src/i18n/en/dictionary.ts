/** What the tracker has changed and published scripts name, on *Configure Sync*. */
export const dictionary = {
  title: 'The tables of this side have changed',
  lead: 'The published scripts were written for other fields. Correct them before the first record waits.',
  kind: {
    gone: 'The field {{field}} of {{table}} is gone, or sync access no longer opens it.',
    type: 'The field {{field}} of {{table}} is now: {{now}}. It was: {{before}}.',
    table: 'The field {{field}} of {{table}} points at {{now}} now. It pointed at {{before}}.',
    closed: 'The field {{field}} of {{table}} may no longer be written.',
    choice: 'The field {{field}} of {{table}} has lost the choice {{before}}.',
    label: 'The choice {{before}} of the field {{field}} of {{table}} is called {{now}} now.',
    compiler: 'The compiler no longer accepts {{field}}: {{now}}',
  },
  at: {
    outgoing: 'Outgoing script, line {{line}}',
    incoming: 'Incoming script, line {{line}}',
  },
}
