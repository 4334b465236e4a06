import { Stack, Text, Title } from '@mantine/core'
import type { InstalledLicence } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { absoluteTime } from '../parts/relative-time.ts'

const TONES = { counts: 'good', valid: 'waiting', expired: 'attention', refused: 'broken' } as const

/** Every licence that was ever installed; nothing is shown before the first. */
export function InstalledLicences({ installed }: { readonly installed: readonly InstalledLicence[] }) {
  const { t, i18n } = useTranslation()
  if (installed.length === 0) return null
  return (
    <div>
      <Title order={3} size="h6" mb="xs">
        {t('licence.all')}
      </Title>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {installed.map(({ id, state, customer, plan, expiresAt }) => (
          <li key={id} className="accord-finding">
            <span className="accord-state" data-tone={TONES[state]}>
              {t(`licence.states.${state}`)}
            </span>
            <div style={{ minWidth: 0 }}>
              {state === 'refused' ? null : (
                <Text fz="sm" fw={600}>
                  {customer}, {plan}, {t('licence.until', { until: absoluteTime(expiresAt, i18n.language) })}
                </Text>
              )}
              <Text fz="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {id}
              </Text>
            </div>
          </li>
        ))}
      </Stack>
    </div>
  )
}
