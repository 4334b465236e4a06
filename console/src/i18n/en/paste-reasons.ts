/** What is wrong with a pasted code, by the fact `paste` of its refusal. */
export const pasteReasons = {
  end: {
    title: 'The end of the invitation code is missing',
    remedy: 'Copy it again with the Copy button at the other side, or have it sent as a text file.',
  },
  beginning: {
    title: 'The beginning of the invitation code is missing',
    remedy: 'It starts with accord1_. Copy the whole code again.',
  },
  middle: {
    title: 'Letters inside the invitation code are missing',
    remedy: 'Copy it again with the Copy button at the other side, or have it sent as a text file.',
  },
  changed: {
    title: 'Letters of the invitation code were changed, added or lost',
    remedy: 'It was damaged on its way. Copy it again at the other side, or have it sent as a text file.',
  },
  several: {
    title: 'The text holds two different codes',
    remedy: 'Paste the newer one alone.',
  },
  oversized: {
    title: 'This is longer than any invitation code',
    remedy: 'Copy the code alone; it begins with accord1_.',
  },
  hidden: {
    title: 'A mail gateway has replaced the code by a link of its own',
    remedy: 'Ask the other side to send the code as text or as a text file, not as a link.',
  },
  none: {
    title: 'There is no invitation code in this text',
    remedy: 'Copy the whole code again; it begins with accord1_.',
  },
}
