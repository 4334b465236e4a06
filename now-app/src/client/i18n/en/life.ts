/** Pausing, resuming and ending a connection; how the other side's node answers. */
export const life = {
  deactivate: 'Deactivate',
  deactivateText:
    '“{{name}}” pauses for both sides. {{remote}} is told and sees that you have deactivated it; only you can activate it again. Changes of both sides are queued.',
  deactivateDone: '{{name}} is deactivated.',
  activate: 'Activate',
  activateText:
    'Your pause of “{{name}}” ends and {{remote}} is told. The connection works again unless {{remote}} has deactivated it too.',
  activateDone: '{{name}} is activated.',
  delete: 'Delete connection',
  deleteText:
    '“{{name}}” ends for ever, for both sides. {{remote}} is told, shows it as disconnected by peer and keeps its history. The name is free at once. To connect again, a new invitation is needed.',
  deleteHereText:
    '“{{name}}” ends for ever on this side; an open invitation code becomes worthless. Nothing is sent to the other side. The name is free at once.',
  deleteDone: '{{name}} is deleted.',
  health: 'Answers of the other side',
  healths: {
    up: 'prompt',
    slow: 'slow, or one was missed',
    down: 'none: it is tried again by itself',
    none: 'not asked yet',
  },
}
