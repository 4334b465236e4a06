import { MantineProvider } from '@mantine/core'
import type { ConsoleSession } from '@accord/shared/schemas'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type RouterHistory } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Announcer } from '../parts/announcer.tsx'
import { HostContext } from '../host/console-host.ts'
import type { ConsoleHost } from '../host/console-host.ts'
import { createConsoleRouter } from './console-router.tsx'
import { createQueryClient } from './query-client.ts'
import { platformColorScheme } from './platform-color-scheme.ts'
import { createVariables, theme } from './theme.ts'

interface AppProps {
  readonly host: ConsoleHost
  /** Where the console's places stand in the browser's address. */
  readonly history: RouterHistory
  readonly translations: i18n
  /** What the host has asked for already, to know the language of the user. */
  readonly session?: ConsoleSession
}

/** Everything the pages stand on: the host, the look, the language, the answers' cache, the addresses. */
export function App({ host, history, translations, session }: AppProps) {
  const [queryClient] = useState(() => createQueryClient(session))
  const [router] = useState(() => createConsoleRouter(history))
  const { styleNonce } = host
  const [platform] = useState(() => platformColorScheme(document.documentElement))
  const [variables] = useState(() => createVariables(platform))
  return (
    <HostContext value={host}>
      <I18nextProvider i18n={translations}>
        <QueryClientProvider client={queryClient}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={variables}
            {...(styleNonce === undefined ? {} : { getStyleNonce: () => styleNonce })}
            defaultColorScheme={platform === 'dark' ? 'dark' : 'auto'}
          >
            <Announcer>
              <RouterProvider router={router} />
            </Announcer>
          </MantineProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </HostContext>
  )
}
