/** What an admin does with a connection: the button, what the dialog says before, and what is announced after. */
export const actions = {
  deactivate: {
    label: 'Deactivate',
    text: '“{{name}}” pauses for both sides. {{remote}} is informed and sees that you have deactivated it; only you can activate it again. Changes of both sides are queued.',
    done: '{{name}} is deactivated.',
  },
  activate: {
    label: 'Activate',
    text: 'Your pause of “{{name}}” ends and {{remote}} is informed. The connection works again unless {{remote}} has deactivated it too.',
    done: '{{name}} is activated.',
  },
  delete: {
    label: 'Delete connection',
    text: '“{{name}}” ends for ever, for both sides. {{remote}} is informed, shows it as disconnected by peer and keeps its history. The name is free at once. To connect again, a new invitation is needed.',
    done: '{{name}} is deleted.',
  },
  rotateKeys: {
    label: 'Rotate keys',
    text: 'This side gets a new key for “{{name}}”. {{remote}} is informed by itself, and takes the key before for 7 more days. Nobody at the other side has to do anything.',
    done: 'A new key for {{name}} was made; the other side is informed.',
  },
  rekey: {
    label: 'Renew keys with a code',
    text: 'A code is made for “{{name}}” and shown once; only the instance of {{remote}} can use it, for a day. Its admin pastes it under Accept invitation and confirms; then both sides have fresh keys and the history stays. Until then nothing changes.',
    done: 'A code that renews the keys of {{name}} was issued.',
  },
  revoke: {
    label: 'Revoke invitation',
    text: 'The code of “{{name}}” becomes worthless at once. Whoever holds it can no longer accept. You can issue a new one later.',
    done: 'The invitation of {{name}} is revoked.',
  },
  reissue: {
    label: 'Re-issue code',
    text: 'A new code is made for “{{name}}” and shown once. The code that is out becomes worthless.',
    done: 'A new code for {{name}} was issued.',
  },
  approve: {
    label: 'Approve',
    text: '{{remote}} gets the connection “{{name}}”. Both sides become active by themselves as soon as its node has learnt it, which may take a few minutes.',
    done: '{{name}} is approved.',
  },
  reject: {
    label: 'Reject',
    text: '{{remote}} does not get “{{name}}”: the connection ends here for ever, the other side is informed that you have rejected it, and the code opens nothing any more.',
    done: '{{name}} is rejected.',
  },
  /** Deleting where nobody at the other side is to be informed. */
  deleteHereText:
    '“{{name}}” ends for ever on this side; an open invitation code becomes worthless. Nothing is sent to the other side. The name is free at once.',
}
