import type { en } from './en/index.ts'
import type { NODE_TEXTS } from './node/add-node-texts.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof en
      node: (typeof NODE_TEXTS)['en']['node']
      users: (typeof NODE_TEXTS)['en']['users']
      notices: (typeof NODE_TEXTS)['en']['notices']
    }
  }
}
