import { Box, Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** The code itself: one click selects the whole of it. */
export function CodeBox({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <Text fz="sm" fw={500} mb={4} id={id}>
        {t('invitation.code')}
      </Text>
      <Box component="pre" className="accord-code-box" tabIndex={0} role="group" aria-labelledby={id}>
        {code}
      </Box>
    </div>
  )
}
