import { cutText, replaceHidden } from '@accord/shared/protocol'
import { gs } from '@servicenow/glide'

/** Who acts, for the node's handshake log: the login name, at most 100 characters, none of which hides. */
export const actorName = (): string =>
  cutText(
    replaceHidden(String(gs.getUserName()), () => ''),
    100,
  )
