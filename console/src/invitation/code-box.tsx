import { Text } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeBlock } from '../parts/code-block.tsx'

export function CodeBox({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <Text fz="sm" fw={500} mb={4} id={id}>
        {t('invitation.code')}
      </Text>
      <CodeBlock text={code} aria-labelledby={id} />
    </div>
  )
}
