import type { usersEn } from './node/users-en.ts'
import type { en } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en; users: typeof usersEn }
  }
}
