import type { usersEn } from '../bridge/users/texts-en.ts'
import type { en } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en; users: typeof usersEn }
  }
}
