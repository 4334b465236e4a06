const ID = '00000000-0000-4000-8000-000000000000'

/** Each is read as another path by some proxy, server or router. */
export const ODD_TARGETS = [
  `/operator/v1/connections/${ID}/..%2f..%2f..%2f../node/v1/x`,
  `/operator/v1/connections/..%2F${ID}`,
  `/operator/v1/connections/${ID}%5c..%5cx`,
  `/operator/v1/connections/${ID}\\x`,
  `/operator/v1/connections/${ID}%00`,
  `/operator/v1/connections/${ID}%252f`,
  `/operator/v1/connections/%2e%2e/connections`,
  `/node/../operator/v1/connections`,
  `/node/./../operator/v1/connections`,
  `/node/..;/operator/v1/connections`,
  `//operator/v1/connections`,
  `/operator//v1/connections`,
  `/operator/v1/%63onnections`,
  `/operator/v1/connections/%c0%af`,
  `/operator/v1/connections/${ID}%0d%0aX-Injected:1`,
  '/%6fperator/v1/connections',
  `http://localhost/operator/v1/connections`,
  '/operator/v1/connections/..',
  '/node/.',
]
