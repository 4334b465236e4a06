/** Rules that nobody writes, on *Configure Sync*. */
export const basic = {
  title: 'Basic mode',
  lead: 'The rules of this connection are ready and fixed: what leaves this side and what is written here stands above. Say which incidents are meant, and publish.',
  notes:
    'Comments that customers read go both ways. Work notes never leave. A word that the rules do not know makes its record wait, until somebody upgrades and adds the line.',
  upgrade: 'Upgrade to Script',
  askTitle: 'Write the scripts of this connection yourself?',
  askText:
    'The rules become scripts that do the same, and people of this side may change them. There is no way back to Basic mode. The other side stays as it is.',
}
