export const invitation = {
  title: 'The invitation code',
  lead: 'Send this code to the administrator of the other side. It is shown only now and stored nowhere.',
  code: 'Invitation code',
  copy: 'Copy invitation code',
  goToRemote: 'Go to remote',
  otherHost:
    '{{entered}} was entered, but the other side names {{named}} as its own: go on only if you know that host.',
  noRemote: 'The URL of the other side is not known.',
  expires: 'Valid until',
  expiresIn: '{{left}} left',
  expired: 'expired',
  daysLeft: '{{days}} d {{time}}',
  boundTo: 'Bound to',
  bindings: {
    key: 'Only {{name}} can accept it, once, by the key that its node has shown:',
    instance:
      'Bound to the name of {{name}} only, since its node has shown no key: whoever holds the code and takes that name can accept it, once. Send it over a channel you trust.',
    nobody: 'Not bound: whoever holds the code can accept it, once. Send it over a channel you trust.',
  },
  fingerprint: 'Your key fingerprint',
  fingerprintHint:
    'The other side sees the same fingerprint before accepting. Compare it by phone, not by the message with the code.',
  message: 'A message to send along',
  copyMessage: 'Copy message',
  messageText:
    'Hello,\n\nI invite you to connect {{remote}} with {{local}} through Accord.\n\n1. On your side open Accord → Connections → Accept invitation.\n2. Paste the code below and choose Next.\n3. Review who invites. Call me, and we compare the key fingerprint before you accept.\n\nThe code can be used once, until {{until}}.\n\n{{code}}\n',
  renewalText:
    'Hello,\n\nthis code renews the keys of our connection {{name}}.\n\n1. On your side open Accord → Connections → Accept invitation.\n2. Paste the code below, choose Next and Accept.\n\nThe code can be used once, until {{until}}.\n\n{{code}}\n',
  waits: 'Waiting for the other side. This page shows by itself when it accepts.',
  used: {
    accepted: 'The other side has accepted',
    asksApproval: 'Compare its key fingerprint, then approve or reject it on the page of {{name}}.',
    confirming: 'Its first call confirms that. This takes a moment.',
    keys: 'The keys are renewed.',
    renewed: '{{name}} goes on with them.',
  },
  decide: 'Review who accepted',
  nowState: 'The connection is now: {{state}}.',
  leaveTitle: 'You have not copied the code',
  leaveText:
    'The code is shown only here. If you leave now, you need to issue a new one on the page of the connection.',
  leave: 'Leave without the code',
  stay: 'Back to the code',
}
