import { Text, Title } from '@mantine/core'
import { useStepFocus } from './use-heading-focus.ts'

interface StepHeadingProps {
  readonly title: string
  readonly lead?: string
}

/** The h2 of a wizard's step; takes the focus when the step begins. */
export function StepHeading({ title, lead }: StepHeadingProps) {
  const heading = useStepFocus(title)
  return (
    <div>
      <Title order={2} size="h3" ref={heading} tabIndex={-1} className="accord-heading">
        {title}
      </Title>
      {lead ? (
        <Text c="dimmed" fz="sm" mt={4}>
          {lead}
        </Text>
      ) : null}
    </div>
  )
}
