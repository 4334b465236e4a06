import '@mantine/core/styles.css'
import { apiBaseOf } from '@accord/shared/protocol'
import '../app/console.css'
import { createRoot } from 'react-dom/client'
import { scope } from '../../../now.config.json'
import { App } from '../app/app.tsx'
import { styleSheetsLoaded } from './style-sheets-loaded.ts'
import { createInstanceHost } from './instance-host.ts'
import { createQueryHistory } from './query-history.ts'
import { publishPermalink } from './publish-permalink.ts'
import { keepLanguage, keptLanguage } from '../host/kept-language.ts'
import { addGerman, startTranslations } from '../i18n/start-translations.ts'

async function start(): Promise<void> {
  const history = createQueryHistory(window)
  publishPermalink(window, history)
  const host = createInstanceHost(window, apiBaseOf(scope))
  const session = await host.call('readSession', {}).catch(() => undefined)
  const translations = await startTranslations(keptLanguage(window) ?? session?.language ?? host.language)
  await styleSheetsLoaded(document)
  const root = document.getElementById('accord-console')
  const chooseLanguage = async (language: string) => {
    keepLanguage(window, language)
    if (language === 'de' && !translations.hasResourceBundle('de', 'translation')) await addGerman(translations)
  }
  const pages = (
    <App
      host={{ ...host, chooseLanguage }}
      history={history}
      translations={translations}
      {...(session ? { session } : {})}
    />
  )
  if (root) createRoot(root).render(pages)
}

void start()
