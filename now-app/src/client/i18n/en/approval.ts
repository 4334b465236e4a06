/** The source's admin decides who gets the connection. */
export const approval = {
  ask: 'Ask me before it becomes active',
  askHint:
    'When the other side accepts, you see who it is with its key fingerprint, and approve or reject. Without a decision the connection ends after seven days.',
  title: 'Who wants this connection',
  lead: 'This side redeemed the code. Compare the key fingerprint with its administrator by phone before you approve.',
  approve: 'Approve',
  approveText:
    '{{remote}} gets the connection “{{name}}”. Both sides become active by themselves as soon as its node has heard it, which may take a few minutes.',
  approveDone: '{{name}} is approved.',
  reject: 'Reject',
  rejectText:
    '{{remote}} does not get “{{name}}”: the connection ends here for ever, the other side is told that you have rejected it, and the code opens nothing any more.',
  rejectDone: '{{name}} is rejected.',
}
