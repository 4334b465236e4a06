/** The source's admin decides who gets the connection. */
export const approval = {
  ask: 'Ask me before it becomes active',
  askHint:
    'When the other side accepts, you see who it is with its key fingerprint, and approve or reject. Without a decision the connection ends after seven days.',
  title: 'Who wants this connection',
  lead: 'This side redeemed the code. Compare the key fingerprint with its administrator by phone before you approve.',
  theirs: 'Their key fingerprint',
  ours: 'Your key fingerprint',
}
