import { ActionIcon, Menu, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface RowMenuProps {
  /** What the button is called. */
  readonly label: string
  /** Items of the menu. */
  readonly children: ReactNode
}

/** Outside the frame of the table, which would cut it off, and inside the landmark that it belongs to. */
const IN_MAIN = { target: 'main' }

/** The three dots at the end of a row, and what can be done with it. */
export const RowMenu = ({ label, children }: RowMenuProps) => (
  <Menu
    position="bottom-end"
    width={280}
    transitionProps={{ duration: 0 }}
    portalProps={IN_MAIN}
    withInitialFocusPlaceholder={false}
  >
    <Menu.Target>
      <ActionIcon variant="subtle" color="gray" aria-label={label}>
        <Text component="span" aria-hidden="true" fw={700} c="var(--mantine-color-text)">
          ⋯
        </Text>
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
)
