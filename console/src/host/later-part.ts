import { type ComponentType, lazy } from 'react'
import { reloadOnce } from './reload-once.ts'

/**
 * What a dialog holds, loaded when somebody opens it. After an upgrade the part that this page knows may be gone: then the page is
 * loaded anew, once.
 */
export const laterPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    try {
      return { default: await load() }
    } catch (error) {
      if (reloadOnce(window)) return new Promise<never>(() => undefined)
      throw error
    }
  })
