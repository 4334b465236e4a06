import { faultOfText, faultOfUrl } from '@accord/shared/protocol'
import { Description, PeerUrl, ShortName } from '@accord/shared/schemas'

const TAKEN = [
  'Acme Globex',
  'M\u00fcller & S\u00f6hne',
  '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
  '\u0915\u094d\u200d\u0937',
  '\u0915\u094d\u200c\u0937',
  '\u0db6\u0dd4\u0daf\u0dca\u200d\u0db0',
  '\u09b0\u200d\u09cd\u09af',
  '\u0d05\u0d35\u0d28\u0d4d\u200d',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{1f3f3}\ufe0f\u200d\u{1f308}',
  '\u{1f1e9}\u{1f1ea}',
  '1\ufe0f\u20e3',
  '\u845b\u{e0100}',
]

const REFUSED = [
  'Ac\u200cme',
  'Ac\u200dme',
  '\u0627\u200c\u0628',
  '\u0915\u094d\u200c',
  '\u{1f469}\u200d',
  '\u00a9\u200d\u00ae',
  'Acme\ufe0f',
  'Acme\u200b',
  'Acme\u202e',
  'Acme\u2028',
  'Acme\u3164',
  'Acme\u0007',
  'Acme\u001b[2J',
  'Acme\u009b',
  'Acme\ud83d',
  'Acme\udc00',
  'Acme\uffff',
]

const HOST = 'https://node-b.example'

const URLS = [
  HOST,
  `${HOST}/`,
  `${HOST}/accord`,
  `${HOST}/accord/`,
  `${HOST}:8443/a.b/c_d/~e-f`,
  'https://xn--bcher-kva.example',
  'https://198.51.100.7',
  'https://[2001:db8::1]:8443',
]

const BAD_URLS = [
  'HTTPS://node-b.example',
  'https://Node-B.example',
  'ftp://node-b.example',
  'https:node-b.example',
  `${HOST}.`,
  `${HOST}:443`,
  `${HOST}:08443`,
  `${HOST}/internal/run?all=1#`,
  `${HOST}?`,
  `${HOST}#`,
  'https://user@node-b.example',
  'https://node-a.example@node-b.example',
  `${HOST}\\@node-a.example`,
  `${HOST}/a//b`,
  `${HOST}//`,
  `${HOST}/.`,
  `${HOST}/a/../b`,
  `${HOST}/%2e%2e/b`,
  `${HOST}/a%2fb`,
  `${HOST}/a%00`,
  `${HOST}/a;b`,
  `${HOST}/a b`,
  ` ${HOST}`,
  `${HOST}\n`,
  `${HOST}/\u001b[2J`,
  `${HOST}/\u202e`,
  'https://b\u00fccher.example',
  'https://xn--.example',
  'https://198.51.100.07',
  'https://0x7f.1',
  'https://2130706433',
  'https://[2001:DB8::1]',
  'https://[2001:db8:0::1]',
]

/** PROTOCOL.md §2.8 and §9.4. */
export const createTextFixtures = () => ({
  about:
    'A short name of `taken` is kept in NFC; one of `refused` makes its message malformed. URLs of a peer likewise.',
  texts: {
    taken: [...TAKEN, 'Mu\u0308ller'].map((text) => ({ text, kept: ShortName.parse(text) })),
    refused: REFUSED.map((text) => ({ text, fault: faultOfText(text) })),
    descriptionAlso: [{ text: 'one\n\ttwo', kept: Description.parse('one\n\ttwo') }],
  },
  urls: {
    taken: URLS.map((url) => PeerUrl.parse(url)),
    refused: BAD_URLS.map((url) => ({ url, fault: faultOfUrl(url) ?? 'host' })),
  },
})
