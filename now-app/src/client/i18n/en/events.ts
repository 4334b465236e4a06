/** Handshake log by the node's word for the event. */
export const events = {
  initiate: 'Connection created, code issued',
  redeem: 'The code was redeemed',
  granted: 'The source granted the connection',
  firstSignedCall: 'First signed call received',
  revoke: 'Invitation revoked',
  expire: 'Invitation expired',
  reissue: 'New code issued',
}
